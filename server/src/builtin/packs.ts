import type { BuiltTables, Pack } from '../core/index';
import drugs from './generated/drugs.json';
import guidelines from './generated/guidelines.json';
import lexicon from './generated/lexicon.json';
import phrases from './generated/phrases.json';
import rationale from './generated/rationale.json';
import tables from './generated/tables.json';
import templates from './generated/templates.json';
import treatments from './generated/treatments.json';
import vocabulary from './generated/vocabulary.json';

/** The packs that ship, as compiled from `server/data`. Tests hold them to their schemas, so they are not checked again here. */
export const builtinPacks: readonly Pack[] = [
  vocabulary,
  guidelines,
  drugs,
  treatments,
  rationale,
  templates,
  phrases,
  lexicon,
].flat() as unknown as readonly Pack[];

/** Their names and lexicon, compiled at build time. */
export const builtinTables = tables as unknown as BuiltTables;
