// What `import 'imr-determinations'` gives: the core and the packs that ship with it, for any JavaScript host.
export { builtinForms } from './builtin/forms';
export { builtinLibrary } from './builtin/library';
export { builtinPacks } from './builtin/packs';
export { looksLikeLetter } from './builtin/sniff';
export * from './core/index';
