// What `import 'imr-determinations'` gives: the core and the packs that ship with it, for any JavaScript host.
export { builtinForms } from './builtin/forms';
export { looksLikeLetter } from './builtin/sniff';
export * from './core/index';
