// What both sides must decide alike: which text is a letter, and which files may be read from within a folder.
export { looksLikeLetter } from '../builtin/sniff';
export { parentOf } from '../workspace/paths';
export { isInside } from '../workspace/reach';
