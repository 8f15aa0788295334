/** The shapes of pack entries. `npm run packs` writes their types from `server/data/schema/*.schema.json`, which describe every field. */

import type { GuidelineEntry, IsoDate, Pack } from './generated/entries';

export type * from './generated/entries';

/**
 * Where a fact comes from. One level for the whole entry, or one for each field, `rest` standing for the others.
 * Every shipped entry has one; a team's own entry without it counts as `seen`, being the team's word.
 */
export interface Provenance extends Pick<GuidelineEntry, 'confidence' | 'source' | 'uncertain' | 'note'> {
  /** That of its pack. */
  readonly checkedOn?: IsoDate;
}

/**
 * Names of a thing. `names` are matched anywhere, whatever their case (one word of 2-5 capitals: case counts).
 * `exactNames`: capital letters count. `weakNames`: words with everyday meanings too, so a match is marked unsure.
 * `citationNames`: mean this thing only inside a guideline citation, never in prose.
 */
export type Named = Pick<GuidelineEntry, 'names' | 'exactNames' | 'weakNames' | 'citationNames'>;

export type PackKind = Pack['kind'];
