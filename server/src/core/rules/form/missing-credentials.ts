import type { Letter, Section } from '../../model/letter';
import { sectionOf } from '../../model/letter';
import { insert, insertParagraphAfter } from '../../problem/edits';
import type { FixEdit } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { type Reading, toSourceSpan } from '../../text/reading';
import { type CredentialSlot, credentialSlots, isRow } from '../credential-slots';
import { defineLetterRule } from '../rule';

export const missingCredentials = defineLetterRule({
  code: 'IMR109',
  name: 'missing-credentials',
  severity: 'error',
  fix: 'review',
  summary: "The letter does not state the reviewer's certification or license.",
  why: "The determination must describe the reviewers' qualifications, and their names stay confidential (Labor Code 4610.6(f)). Without them, nobody can see whether the specialty fits the dispute.",
  repair: "State the reviewer's states of licensure and board certification or specialty, but no name.",
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator. He/she has been in
active clinical practice for more than five years.
                                                  ^`,
      },
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty:
^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      },
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: N/A
^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      },
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California, Oregon
                                         ^`,
      },
      {
        form: '2014',
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has been in
active clinical practice for more than five years.
                                                  ^`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        form: '2014',
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Anesthesiology, has a subspecialty in Pain Management, and is licensed to practice
in Texas.`,
      },
    ],
  },
  *check({ letter }) {
    const section = sectionOf(letter, 'how-made');
    const slots = letter.form.credentials;
    if (!section || section.absent || slots.length === 0) return;
    const found = credentialSlots(letter);
    const labeled = found.filter((slot) => slot.label !== undefined);
    if (!found.some((slot) => slot.isStated) && !statesOtherwise(section.body.text)) {
      yield labeled[0] ? emptyValue(section.body, labeled[0]) : noneAtAll(letter, section);
      return;
    }
    for (const slot of labeled) if (!slot.isStated) yield emptyValue(section.body, slot);
    if (!labeled.some(isRow)) return;
    for (const slot of found) if (isRow(slot) && !slot.label) yield lostRow(letter, section, slot);
  },
});

/** Wordings of other reviewers: `is licensed in Psychology`, `board-certified in …`. */
function statesOtherwise(text: string): boolean {
  return /\bboard[- ]certified (?:in )?[A-Z]|\bis (?:a )?licensed\b(?! to practice in ?[.,])|\b(?:certification|specialty)(?:\(s\))?: ?[A-Z]/i.test(
    text,
  );
}

function noneAtAll(letter: Letter, section: Section): Finding {
  const { end } = section.body.span;
  return {
    span: { start: end, end },
    message: "The reviewer's certification or specialty and licensure are missing.",
    fixes: [{ title: 'Insert the credentials', kind: 'review', edits: [insertCredentials(letter, end)] }],
  };
}

/** As a paragraph of its own where the form has rows, else as a sentence. */
function insertCredentials(letter: Letter, at: number): FixEdit {
  const { credentialsTemplate } = letter.form;
  const parts = credentialsTemplate.split(/\{(\w+)\}/).map((text, i) => (i % 2 === 1 ? { place: text } : text));
  return credentialsTemplate.includes('\n') ? insertParagraphAfter(letter, at, parts) : insert(at, [' ', ...parts]);
}

function emptyValue(body: Reading, { words, states, label }: CredentialSlot): Finding {
  const span = toSourceSpan(body, label ?? { start: 0, end: 0 });
  return {
    span,
    message: `"${words}" is empty. State the reviewer's ${states}.`,
    fixes: [{ title: `Fill in the ${states}`, kind: 'review', edits: [insert(span.end, [' ', { place: states }])] }],
  };
}

function lostRow(letter: Letter, section: Section, { words, states }: CredentialSlot): Finding {
  const { end } = section.body.span;
  return {
    span: { start: end, end },
    message: `The reviewer's credentials lack the row "${words}".`,
    fixes: [
      {
        title: `Insert "${words}"`,
        kind: 'review',
        edits: [insert(end, [letter.layout.lineGap, `${words} `, { place: states }])],
      },
    ],
  };
}
