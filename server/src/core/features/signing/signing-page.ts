import { type LineAddress, toDocument } from '../hover/render';
import { relativeTo } from '../pages/page';
import { signingCard } from './signing-card';
import type { SigningCheck } from './signing-check';

/** The check as a markdown page among those of the library, in a folder of their root; links lead to rules, guidelines and lines of the letter. */
export function signingPage(check: SigningCheck, lineAddress?: LineAddress): string {
  return toDocument(signingCard(check), (target) => relativeTo('check/letter', target), lineAddress);
}

/** The same to be kept beside the letter, where no link would lead anywhere. */
export function signingRecord(check: SigningCheck): string {
  return toDocument(signingCard(check), undefined);
}
