import { createLibrary, type Library } from '../core/index';
import { builtinPacks, builtinTables } from './packs';

/** The library of the packs that ship. */
export const builtinLibrary: Library = createLibrary(builtinPacks, [], {}, builtinTables).library;
