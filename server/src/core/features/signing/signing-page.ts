import type { CardDocument } from '../hover/card';
import { type LineAddress, toDocument } from '../hover/render';
import { relativeTo } from '../pages/page';
import { changesSince, readSavedCheck } from './saved-check';
import { signingCard } from './signing-card';
import type { SigningCheck } from './signing-check';
import type { SigningMarks } from './signing-marks';

/**
 * The check as a markdown page among those of the library, in a folder of their root; links lead to rules, guidelines and words of the
 * letter. `saved`: the record that lies beside the letter, whose differences are told.
 */
export function signingPage(check: SigningCheck, lineAddress?: LineAddress, saved?: string): string {
  const card = signingDocument(check, saved);
  return toDocument(card, (target) => relativeTo('check/letter', target), lineAddress);
}

/** Returns the page as data. Without `marks`, boxes are ticked as in the saved record. */
export function signingDocument(check: SigningCheck, saved?: string, marks?: SigningMarks): CardDocument {
  const changes = saved === undefined ? undefined : changesSince(saved, signingRecord(check))?.all;
  const kept = marks ?? (saved === undefined ? undefined : readSavedCheck(saved)?.marks);
  return signingCard(check, changes, kept);
}

/** Returns the page as it is kept beside the letter, where no link would lead anywhere. */
export function signingRecord(check: SigningCheck, marks?: SigningMarks): string {
  return toDocument(signingCard(check, undefined, marks), undefined);
}
