import { type LineAddress, toDocument } from '../hover/render';
import { relativeTo } from '../pages/page';
import { changesSince } from './saved-check';
import { signingCard } from './signing-card';
import type { SigningCheck } from './signing-check';

/**
 * The check as a markdown page among those of the library, in a folder of their root; links lead to rules, guidelines and words of the
 * letter. `saved`: the record that lies beside the letter, whose differences are told.
 */
export function signingPage(check: SigningCheck, lineAddress?: LineAddress, saved?: string): string {
  const changes = saved === undefined ? undefined : changesSince(saved, signingRecord(check))?.all;
  return toDocument(signingCard(check, changes), (target) => relativeTo('check/letter', target), lineAddress);
}

/** The same to be kept beside the letter, where no link would lead anywhere. */
export function signingRecord(check: SigningCheck): string {
  return toDocument(signingCard(check), undefined);
}
