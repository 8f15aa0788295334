// What `import 'imr-determinations'` gives: the core, the packs that ship with it and the reading of files, for any JavaScript
// host. docs/library.md shows it at work.
export { builtinForms } from './builtin/forms';
export { builtinLibrary } from './builtin/library';
export { builtinPacks } from './builtin/packs';
export { looksLikeLetter } from './builtin/sniff';
export * from './core/index';
export { type DecodedLetter, DecodeError, decodeLetter, type Encoding, encodeLetter } from './workspace/decode';
