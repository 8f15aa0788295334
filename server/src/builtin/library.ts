import { createLibrary, type Library } from '../core/index';
import { builtinTables, packsBesideLexicon } from './compiled-packs';

/** The library of the packs that ship. */
export const builtinLibrary: Library = createLibrary(packsBesideLexicon, [], {}, builtinTables).library;
