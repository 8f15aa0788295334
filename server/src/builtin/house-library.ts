import { createLibrary, type HousePack, type LibraryResult } from '../core/index';
import { builtinTables } from './compiled-packs';
import { builtinPacks } from './packs';
import { builtinSchemas } from './schemas';

/** The library of the packs that ship and of a team's own. */
export function createHouseLibrary(house: readonly HousePack[]): LibraryResult {
  return createLibrary(builtinPacks, house, builtinSchemas, builtinTables);
}
