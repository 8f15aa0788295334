import { severities } from '../../problem/severity';
import type { Rule } from '../../rules/rule';
import { countOpenPoints, isOpenPoint } from '../block-state';
import { countElements } from '../elements';
import { capitalize, counted, sentence } from '../facts/words';
import {
  type CardDocument,
  type CardPart,
  type DocumentPart,
  type Inline,
  type Line,
  lineOf,
  listPart,
} from '../hover/card';
import { plainLine } from '../hover/render';
import { pathOf } from '../pages/page-id';
import type { BlockCheck, CheckedElement, CitedGuideline, GuidelineCheck } from './block-check';
import type { ListedProblem } from './listed-problem';
import type { GroupCheck, RuleFound } from './rule-checks';
import type { SigningCheck } from './signing-check';
import { noMarks, pointKeys, type SigningMarks } from './signing-marks';

/**
 * Returns the check as one page: the answer, the decisions in a table, what is open, each decision in full, and how it was made.
 * `changes`: what is different from the saved check; absent without one. `marks`: what a person has ticked and signed.
 */
export function signingCard(
  check: SigningCheck,
  changes?: readonly string[],
  marks: SigningMarks = noMarks,
): CardDocument {
  const { name, summary, blocks, groups, ignored } = check;
  return {
    title: `Check before signing: ${name}`,
    parts: [
      { paragraph: [{ strong: verdict(check) }] },
      { paragraph: [`${summary}.`] },
      ...notices(check).map((words) => ({ paragraph: [words] })),
      ...decisionTable(check),
      ...listPart(undefined, factLines(check)),
      ...(changes ? [changesPart(changes)] : []),
      ...openPart(check, marks),
      ...listPart(
        'Notes, which ask for nothing',
        placedProblems(check, (problem) => !isOpenPoint(problem)),
      ),
      ...blocks.map(blockPart),
      ...listPart(rulesTitle(groups), groups.flatMap(groupLines)),
      ...listPart('Not checked', [...idleLines(groups), ...groups.flatMap(notRunLines)]),
      ...listPart(
        'Ignored, with a reason',
        ignored.map(
          (problem): Line => [...problemLine(problem), ' ', { strong: 'Reason:' }, ` ${sentence(problem.reason)}`],
        ),
      ),
      ...listPart('What no program checked', beyond),
      ...listPart('What was checked, and with what', textLines(check)),
    ],
  };
}

/** `Not ready: 2 errors, 1 warning.` A letter that was not checked, or not whole, is never called ready. */
function verdict({ letter, blocks, isLeftOut, isFormUnread }: SigningCheck): string {
  if (isLeftOut || isFormUnread || blocks.length === 0) return 'Not checked.';
  const open = countOpenPoints([...letter, ...blocks.flatMap(({ problems }) => problems)]);
  return open === '' ? 'Ready to sign: no open points.' : `Not ready: ${open}.`;
}

const beyond: readonly Line[] = [
  [
    'Whether each item is medically necessary: that is the judgment of the reviewer who signs, and nothing here decides it.',
  ],
  ['Whether the facts of the letter are those of the medical record.'],
  ['Whether the guideline that is cited says what the rationale takes from it, and fits this patient.'],
  [
    'Whether what a rationale says is right: an element counts as stated where a sentence about this case speaks of it.',
  ],
];

function notices({ isLeftOut, isFormUnread, blocks }: SigningCheck): string[] {
  return [
    ...(isLeftOut ? ['The configuration of the folder leaves this letter out: no rule was run.'] : []),
    ...(isFormUnread
      ? ['Of letters of this form only the headings are known: nothing in them is said louder than a hint.']
      : []),
    ...(blocks.length === 0 ? ['No decision was found in this letter.'] : []),
  ];
}

function factLines({ caseNumber, form, requested }: SigningCheck): Line[] {
  return [
    ...(caseNumber === '' ? [] : lineOf({ strong: 'Case number:' }, ` ${caseNumber}`)),
    [{ strong: 'Form:' }, ` ${form}`],
    [
      { strong: 'Date used for guideline editions:' },
      ` ${requested || 'none; the letter does not say when treatment was requested'}`,
    ],
  ];
}

const wholeLetter = 'The letter as a whole';

/** A row a decision, and one of the letter as a whole. */
function decisionTable({ letter, blocks }: SigningCheck): DocumentPart[] {
  if (blocks.length === 0) return [];
  const open = (problems: readonly ListedProblem[]): Line => [countOpenPoints(problems) || 'none'];
  const rows = blocks.map((block): Line[] => [
    [`${block.number}. ${block.name}`],
    [block.outcome ?? 'none'],
    open(block.problems),
    [statedCell(block)],
    [conclusionCell(block)],
    citedCell(block.reviewer),
    citedCell(block.claimsAdministrator),
  ]);
  // The page beside a letter is narrow: short words, and what is looked for first stands first.
  const head = ['Item', 'Outcome', 'Open', 'Stated', 'Conclusion', 'Reviewer', 'Claims admin.'];
  return [{ head, rows: [...rows, [[wholeLetter], [], open(letter), [], [], [], []]] }];
}

/** The guidelines alone; what they are cited for is told below. */
function citedCell(check: GuidelineCheck | undefined): Line {
  if (!check) return [];
  const { state, guidelines } = check;
  if (state !== 'present') return [state];
  if (guidelines.length === 0) return ['none'];
  return guidelines.flatMap(({ title, page }, i): Inline[] => {
    return [...(i === 0 ? [] : ['; ']), page === undefined ? `"${title}"` : { text: title, page }];
  });
}

function conclusionCell({ conclusion }: BlockCheck): string {
  if (!conclusion) return 'none';
  const { necessary, agrees } = conclusion;
  return `${necessary ? 'medically necessary' : 'not medically necessary'}${agrees === false ? ', contradicts' : ''}`;
}

/** How many of the elements are stated for this patient: `7 of 9`. */
function statedCell({ rationale, elements }: BlockCheck): string {
  if (rationale !== 'present') return rationale;
  const count = Object.values(elements).reduce((sum, { length }) => sum + length, 0);
  return count === 0 ? 'none asked for' : `${elements.stated.length} of ${count}`;
}

function changesPart(changes: readonly string[]): CardPart {
  const list = changes.length > 0 ? changes.map((change): Line => [change]) : [['Nothing.']];
  return { title: 'Changed since the last check', list };
}

/** The title that a saved check is read by, too. */
export const openPointsTitle = 'Open points';

/** A box for each error and warning, and a place for who has looked at them. */
function openPart(check: SigningCheck, { ticked, initials, date }: SigningMarks): DocumentPart[] {
  const points = placedProblems(check, isOpenPoint);
  const keys = pointKeys(points.map(plainLine));
  const ticks = points.map((line, i) => {
    const key = keys[i] ?? '';
    return { line, key, isTicked: ticked.includes(key) };
  });
  return [
    points.length > 0 ? { title: openPointsTitle, ticks } : { title: openPointsTitle, list: [['None.']] },
    { initials, date },
  ];
}

/** Those wanted of the whole letter, in its order: first of the letter, then of each decision, which is named. */
function placedProblems({ letter, blocks }: SigningCheck, isWanted: (problem: ListedProblem) => boolean): Line[] {
  return [
    ...letter.filter(isWanted).map((problem) => problemLine(problem)),
    ...blocks.flatMap(({ number, name, problems }) =>
      problems.filter(isWanted).map((problem) => problemLine(problem, ` (${number}. ${name})`)),
    ),
  ];
}

function blockPart(block: BlockCheck): CardPart {
  const { number, name, item, outcome, claimsAdministrator, reviewer, problems } = block;
  return {
    title: `${number}. ${outcome ?? 'No outcome'} · ${name}: ${openInWords(problems)}`,
    list: [
      ...(item === '' || item === name ? [] : lineOf({ strong: 'Item:' }, ` ${item}`)),
      ...(outcome ? [] : lineOf({ strong: 'Outcome:' }, ' none; the heading says neither Upheld nor Overturned')),
      ...(claimsAdministrator ? [guidelineLine('Claims administrator', claimsAdministrator)] : []),
      ...(reviewer ? [guidelineLine('Reviewer', reviewer)] : []),
      [{ strong: 'Conclusion:' }, ` ${conclusionInWords(block)}`],
      ...rationaleLines(block),
    ],
  };
}

function guidelineLine(who: string, { state, guidelines, says }: GuidelineCheck): Line {
  const label: Inline = { strong: `${who}:` };
  if (state !== 'present') return [label, state === 'missing' ? ' the field is missing' : ' the field is empty'];
  const cited = guidelines.flatMap((each, i): Inline[] => [i === 0 ? ' ' : '; ', ...citedInWords(each)]);
  const silent = says.includes('cites-nothing') ? ' no evidence, as the letter says' : ' no guideline';
  const outside = says.includes('outside-mtus') ? [' (relies on sources outside of the MTUS, as the letter says)'] : [];
  return [label, ...(cited.length > 0 ? cited : [silent]), ...outside];
}

function citedInWords({ title, page, topics, inForce }: CitedGuideline): Inline[] {
  const about = topics.length === 0 ? '' : ` (${topics.join('; ')})`;
  if (page === undefined) return [`"${title}", which the library does not know`];
  const force = { yes: ', in force then', no: ', not in force then', 'not-known': '' }[inForce];
  return [{ text: title, page }, about, force];
}

function conclusionInWords({ conclusion }: BlockCheck): string {
  if (!conclusion) return 'none; no sentence says whether the request is medically necessary';
  const { necessary, agrees } = conclusion;
  const says = necessary ? 'medically necessary' : 'not medically necessary';
  if (agrees === null) return says;
  return `${says}, which ${agrees ? 'agrees with' : 'contradicts'} the outcome`;
}

function rationaleLines({ rationale, rationaleClass, elements }: BlockCheck): Line[] {
  const label: Inline = { strong: `Rationale${rationaleClass ? ` (${rationaleClass})` : ''}:` };
  if (rationale !== 'present')
    return [[label, rationale === 'missing' ? ' the field is missing' : ' the field is empty']];
  const count = countElements(elements);
  return [
    ...(count === '' ? [] : lineOf(label, ` ${count}`)),
    ...elementLines('Stated for this patient', elements.stated),
    ...elementLines('Criterion only', elements.criterionOnly),
    ...elementLines('Still open', elements.open),
    ...elementLines('Missing', elements.missing),
  ];
}

/** A line an element, with the sentence that shows its state; those without one in one line. */
function elementLines(state: string, elements: readonly CheckedElement[]): Line[] {
  const silent = elements.filter(({ sentence }) => sentence === '').map(({ title }) => title);
  return [
    ...elements
      .filter(({ sentence }) => sentence !== '')
      .map(({ title, sentence, line = 1 }): Line => {
        return [{ strong: `${state}:` }, ` ${title}, `, lineLink(line), `: "${sentence}"`];
      }),
    ...(silent.length > 0 ? lineOf({ strong: `${state}:` }, ` ${silent.join('; ')}`) : []),
  ];
}

function openInWords(problems: readonly ListedProblem[]): string {
  return countOpenPoints(problems) || 'no open points';
}

function problemLine({ severity, code, line, column, message, help }: ListedProblem, where = ''): Line {
  const rule = ruleLink(code, help);
  return [{ strong: capitalize(severity) }, ' ', rule, ', ', lineLink(line, column), `${where}: ${message}`];
}

function lineLink(line: number, column?: number): Inline {
  return { text: `line ${line}`, line, ...(column !== undefined && { column }) };
}

function rulesTitle(groups: readonly GroupCheck[]): string {
  const passed = groups.reduce((sum, group) => sum + group.passed.length, 0);
  const found = groups.reduce((sum, group) => sum + group.found.length, 0);
  return `${counted(passed + found, 'rule')} were run, ${passed} found nothing`;
}

function groupLines({ title, passed, found }: GroupCheck): Line[] {
  if (passed.length + found.length === 0) return [];
  const all: Line =
    passed.length === 0 ? [] : [` ${passed.length} found nothing: ${passed.map(({ name }) => name).join(', ')}.`];
  const some = found.flatMap((each, i): Inline[] => [
    i === 0 ? ' Found something: ' : ', ',
    ruleLink(each.rule.code),
    ` ${each.rule.name} (${countInWords(each)})`,
  ]);
  return [[{ strong: `${title}:` }, ...all, ...some, ...(some.length > 0 ? ['.'] : [])]];
}

/** `1 error, 3 hints, 1 ignored`. */
function countInWords({ counts, ignored }: RuleFound): string {
  const words = { error: 'error', warning: 'warning', information: 'note', hint: 'hint' };
  const each = severities.flatMap((severity) => {
    const n = counts[severity];
    return n === undefined ? [] : [counted(n, words[severity])];
  });
  return [...each, ...(ignored > 0 ? [`${ignored} ignored`] : [])].join(', ');
}

function idleLines(groups: readonly GroupCheck[]): Line[] {
  const n = groups.reduce((sum, { idle }) => sum + idle.length, 0);
  return n === 0 ? [] : [[`What ${counted(n, 'rule')} about decisions look for: there is no decision.`]];
}

function notRunLines({ off, failed }: GroupCheck): Line[] {
  const line = (rule: Rule, why: string): Line => [ruleLink(rule.code), ` ${rule.name}: ${why}`];
  return [
    ...off.map((rule) => line(rule, rule.offByDefault ? 'off unless switched on' : 'switched off')),
    ...failed.map((rule) => line(rule, 'failed by a fault of this program; what it looks for was not checked')),
  ];
}

function textLines({ sha256, characters, product, packs, packsChecked, date }: SigningCheck): Line[] {
  return [
    [{ strong: 'Text:' }, ` ${counted(characters, 'character')}`],
    [{ strong: 'SHA-256 of the text in UTF-8:' }, ` ${sha256}`],
    [{ strong: 'Checked by:' }, ` ${product}, with its own packs`],
    ...(packsChecked === '' ? [] : lineOf({ strong: 'Facts of the packs checked:' }, ` ${packsChecked}`)),
    ...packs.map(
      ({ name, fingerprint }): Line => [{ strong: 'Pack of the house:' }, ` ${name}, fingerprint ${fingerprint}`],
    ),
    ...(date === undefined ? [] : lineOf({ strong: 'Date:' }, ` ${date}`)),
  ];
}

function ruleLink(code: string, help?: string): Inline {
  return { text: code, page: pathOf({ kind: 'rule', id: code }), ...(help && { help }) };
}
