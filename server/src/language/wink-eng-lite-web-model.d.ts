/** Parts of the package that its own types do not name. */
declare module 'wink-eng-lite-web-model/dist/*' {
  const load: () => { readonly machines: readonly unknown[] };
  export = load;
}
