import type { BuiltTables, Pack } from '../core/index';
import drugs from './generated/drugs.json';
import guidelines from './generated/guidelines.json';
import language from './generated/language.json';
import phrases from './generated/phrases.json';
import rationale from './generated/rationale.json';
import tables from './generated/tables.json';
import templates from './generated/templates.json';
import treatments from './generated/treatments.json';
import vocabulary from './generated/vocabulary.json';

/** The packs that ship, but for the lexicon: of that the tables hold all that is needed where no pack is added. */
export const packsBesideLexicon = [
  vocabulary,
  guidelines,
  drugs,
  treatments,
  rationale,
  templates,
  phrases,
  language,
].flat() as unknown as readonly Pack[];

/** Their names and lexicon, compiled at build time. */
export const builtinTables = tables as unknown as BuiltTables;
