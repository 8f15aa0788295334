import type { Pack } from '../core/index';
import { packsBesideLexicon } from './compiled-packs';
import lexicon from './generated/lexicon.json';

/** The packs that ship, as compiled from `server/data`. Tests hold them to their schemas, so they are not checked again here. */
export const builtinPacks: readonly Pack[] = [...packsBesideLexicon, ...(lexicon as unknown as readonly Pack[])];
