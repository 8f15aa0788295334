import type { Ask } from '../../analysis/fact';
import { isLacking, ledgerOf } from '../../analysis/ledger';
import { subjectOf } from '../../analysis/subjects';
import type { ElementEntry, RationaleClassEntry } from '../../library/entries';
import { idOf } from '../../library/topic-index';
import type { Library } from '../../library/types';
import type { DecisionBlock } from '../../model/letter';
import type { Line } from '../hover/card';

/** What a rationale that relies on one of these topics addresses; with a block, of its class and whether it does. */
export function criteriaLines(
  library: Library,
  topics: readonly string[],
  within?: { readonly ask: Ask; readonly block: DecisionBlock },
): Line[] {
  const ids = new Set(topics.flatMap((id) => [id, ...predecessorsOf(library, id)]));
  const own = within?.ask(subjectOf, within.block).class;
  const classes: readonly RationaleClassEntry[] = own ? [own] : library.classes;
  const elements = [...classes.flatMap((each) => each.elements), ...library.commonElements].filter(
    ({ guidance = [], level }) => level !== 'optional' && guidance.some((reference) => ids.has(idOf(reference))),
  );
  const missing = new Set(within ? missingIn(within.ask, within.block) : []);
  return elements.map((element) => criterionLine(element, missing.has(element.id)));
}

function criterionLine({ id, mustSay, level }: ElementEntry, isMissing: boolean): Line {
  const weight = level === 'required' ? '' : ' (expected)';
  return isMissing && id !== 'conclusion'
    ? [`${mustSay}${weight} `, { strong: 'Not stated here for this patient.' }]
    : [mustSay, weight];
}

/** All that rationales of a class address. */
export function elementLines(library: Library, rationaleClass: string | undefined): Line[] {
  const elements = rationaleClass === undefined ? [] : (library.rationaleClass(rationaleClass)?.elements ?? []);
  return elements.map(({ mustSay, level }) => [mustSay, level === 'required' ? '' : ` (${level})`]);
}

function missingIn(ask: Ask, block: DecisionBlock): string[] {
  return ask(ledgerOf, block)
    .elements.filter(isLacking)
    .map(({ id }) => id);
}

function predecessorsOf(library: Library, id: string): string[] {
  return library.topics.filter(({ successor }) => successor === id).map((topic) => topic.id);
}
