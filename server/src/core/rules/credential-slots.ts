import type { Letter } from '../model/letter';
import { sectionOf } from '../model/letter';
import { isUnstated } from '../model/set-words';
import { editDistance } from '../text/edit-distance';
import { matchesIn } from '../text/matches';
import type { Reading } from '../text/reading';
import type { Span } from '../text/span';

type Form = Letter['form'];

/** A place where the form names a credential of the reviewer, and what was found there. */
export interface CredentialSlot {
  readonly words: string;
  /** The credential, e.g. `specialty`. */
  readonly states: string;
  /** Place of the words in the section's reading, misspelled or not. Undefined if absent. */
  readonly label?: Span;
  readonly misspelled: boolean;
  readonly isStated: boolean;
}

/** Returns the credential slots of the letter's form. Empty if the section on how the determination was made is absent. */
export function credentialSlots(letter: Letter): readonly CredentialSlot[] {
  const section = sectionOf(letter, 'how-made');
  if (!section || section.absent) return [];
  return letter.form.credentials.map((slot) => findSlot(section.body, slot, letter.form));
}

/** A row of its own, not words inside a sentence. */
export function isRow({ words }: CredentialSlot): boolean {
  return words.endsWith(':');
}

function findSlot(
  { text }: Reading,
  { label: words, states }: Form['credentials'][number],
  form: Form,
): CredentialSlot {
  const start = text.toLowerCase().indexOf(words.toLowerCase());
  const exact = start < 0 ? undefined : { start, end: start + words.length };
  const label = exact ?? (words.endsWith(':') ? misspelledRow(text, words) : undefined);
  if (!label) return { words, states, misspelled: false, isStated: false };
  const value = text.slice(label.end, label.end + 60).trimStart();
  const printed = text.slice(label.start, label.end).replace(/\b(\w+) \1\b/g, '$1');
  return { words, states, label, misspelled: !exact && printed !== words, isStated: isStated(value, form) };
}

/** Something stands there, and not the words of another slot. */
function isStated(value: string, form: Form): boolean {
  const next = value.replace(/^and /, '').toLowerCase();
  const isSlot = form.credentials.some(({ label }) => next.startsWith(label.toLowerCase()));
  return /^[A-Za-z[]/.test(value) && !isSlot && !isUnstated(value, form);
}

/** As many letters may be off: a word said twice, or two slips. */
const most = 3;

/** The words before a colon that are nearest to a row's own. */
function misspelledRow(text: string, words: string): Span | undefined {
  for (const { index } of matchesIn(text, /:/g)) {
    const end = index + 1;
    for (let start = Math.max(0, end - words.length - most); start <= end - words.length + most; start++) {
      const opensWord = /\S/.test(text.charAt(start)) && /^\s?$/.test(text.charAt(start - 1));
      if (opensWord && editDistance(text.slice(start, end), words, most) <= most) return { start, end };
    }
  }
  return undefined;
}
