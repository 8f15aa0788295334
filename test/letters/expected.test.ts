// What `imr parse` reads in the published letters, against an independent parse of the same letters.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, readLetter } from '../../server/src/core/index';
import { type ParsedLetter, toParsedLetter } from '../../server/src/documents/parsed-letter';
import { root } from '../project';
import { readSharedLetters, sharedLettersFolder } from '../shared-letters';

interface Expected {
  readonly file: string;
  /** `Case Number: … Date Assigned: …` on one line; empty where the letter has no header table. */
  readonly header: string;
  readonly how: string;
  readonly summary: string;
  readonly blocks: readonly {
    readonly item: string;
    readonly decision: string;
    readonly claimsAdministratorGuideline: string;
    readonly reviewerGuideline: string;
    readonly rationale: string;
  }[];
}

const expected = readExpected();

describe.skipIf(expected.length === 0)('the independent parse', () => {
  const parsed = new Map(
    readSharedLetters(root).map(({ name, text }) => [
      name,
      toParsedLetter(askAbout(readLetter(text, builtinForms), builtinLibrary)),
    ]),
  );

  it('covers every letter', () => {
    expect([...parsed.keys()].sort()).toEqual(expected.map(({ file }) => file).sort());
  });

  it.each(expected.map((letter) => [letter.file, letter] as const))('agrees about %s', (file, letter) => {
    const ours = parsed.get(file);
    if (!ours) throw new Error(`${file} was not read`);
    expect(comparable(ours)).toEqual(comparableExpected(letter));
  });
});

function readExpected(): readonly Expected[] {
  const folder = sharedLettersFolder(root);
  const path = folder && join(folder, 'expected.jsonl');
  if (!path || !existsSync(path)) {
    console.warn('SKIPPED: no expected.jsonl beside the letters; the parse is not held against another one');
    return [];
  }
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Expected);
}

function comparable(letter: ParsedLetter) {
  const section = (kind: string) => letter.sections.find((each) => each.kind === kind)?.text ?? '';
  return {
    header: letter.header,
    how: bare(section('how-made')),
    summary: bare(section('case-summary')),
    blocks: letter.blocks.map(({ item, outcome, fields }) => ({
      item: bare(item),
      outcome,
      claimsAdministratorGuideline: bare(fields.claimsAdministratorGuideline.text),
      reviewerGuideline: bare(fields.reviewerGuideline.text),
      rationale: bare(fields.rationale.text),
    })),
  };
}

function comparableExpected({ header, how, summary, blocks }: Expected) {
  return {
    header: expectedHeader(header),
    how: bare(how),
    summary: bare(summary),
    blocks: blocks.map((block) => ({
      item: bare(block.item),
      outcome: block.decision,
      claimsAdministratorGuideline: bare(block.claimsAdministratorGuideline),
      reviewerGuideline: bare(block.reviewerGuideline),
      rationale: bare(block.rationale),
    })),
  };
}

function expectedHeader(header: string): ParsedLetter['header'] {
  const after = (label: string): string | null => new RegExp(`${label} (\\S+)`).exec(header)?.[1] ?? null;
  const date = (label: string) => after(label)?.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2') ?? null;
  return {
    caseNumber: after('Case Number:'),
    dateAssigned: date('Date Assigned:'),
    dateOfInjury: date('Date of Injury:'),
    decisionDate: date('Decision Date:'),
    urDenialDate: date('UR Denial Date:'),
    priority: after('Priority:'),
    applicationReceived: date('Application'),
  };
}

/** The reference joins lines in its own way: white space does not count. */
function bare(text: string): string {
  return text.replace(/\s/g, '');
}
