import { createLibrary } from '../core/library/create-library';
import type { Library } from '../core/library/types';
import { builtinPacks } from './packs';

/** The library of the packs that ship. */
export const builtinLibrary: Library = createLibrary(builtinPacks).library;
