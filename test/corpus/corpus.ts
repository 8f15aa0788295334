// The public corpus: fictional letters, and the defects that were marked in them before any rule ran. See README.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project';

/** Every kind of defect, by group. */
export const kindsByGroup = {
  language:
    'misspelling wrong-word missing-word extra-word verb-form agreement article preposition fused-sentence fragment comma punctuation apostrophe capital number-format garbled due-to-clause',
  citation:
    'citation-missing citation-form wrong-guideline edition rank formulary guideline-not-cited unsuitable-source',
  consistency: 'dose side body-part date age-sex item fact-not-in-summary record-vs-rationale ur-decision portion',
  rationale:
    'conclusion-missing contradiction no-patient-facts criterion-not-applied pasted unsupported-absolute weaning-missing mtus-silence-unstated other',
  privacy: 'name identifier',
} as const;

export type MarkGroup = keyof typeof kindsByGroup;

/** A defect as a row of `marks/*.jsonl`. */
export interface Mark {
  /** File name of the letter. */
  readonly file: string;
  /** 2 to 12 words as the letter reads, white space single. */
  readonly quote: string;
  readonly kind: string;
  readonly severity: 'must' | 'should';
  readonly fix: string;
  readonly why: string;
}

export interface CorpusLetter {
  /** File name, `NN-short-name.txt`. */
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The group of a kind; undefined for a kind that is none. */
export function groupOf(kind: string): MarkGroup | undefined {
  const groups = Object.keys(kindsByGroup) as MarkGroup[];
  return groups.find((group) => kindsByGroup[group].split(' ').includes(kind));
}

/** Letters of 2013 to 2017, whole; and shorter ones of today, written for editions, rank, citations and drug list. */
export type CorpusPart = 'test/corpus' | 'test/corpus/today';

/** All letters of a part in order of their names. A letter without a file of marks, or a line that is no JSON, throws. */
export function readCorpus(part: CorpusPart = 'test/corpus'): readonly CorpusLetter[] {
  const folder = join(root, part, 'letters');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), marks: readMarks(part, name) }));
}

/** Files of marks that belong to no letter. */
export function strayMarks(letters: readonly CorpusLetter[], part: CorpusPart = 'test/corpus'): readonly string[] {
  const known = new Set(letters.map(({ name }) => marksName(name)));
  return readdirSync(join(root, part, 'marks')).filter((name) => !known.has(name));
}

function readMarks(part: CorpusPart, letter: string): readonly Mark[] {
  const path = join(root, part, 'marks', marksName(letter));
  if (!existsSync(path))
    throw new Error(`${letter} has no ${marksName(letter)}; an empty one says that nothing is wrong`);
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Mark);
}

function marksName(letter: string): string {
  return letter.replace(/\.txt$/, '.jsonl');
}
