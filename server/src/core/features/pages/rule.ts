import type { Library } from '../../library/types';
import { type Example, shownPart } from '../../rules/example';
import { rules } from '../../rules/index';
import type { FixKind, Severity } from '../../rules/rule';
import type { Card, CardPart } from '../hover/card';

const severityWords: Record<Severity, string> = {
  error: 'an error',
  warning: 'a warning',
  information: 'an information',
  hint: 'a hint',
};

const fixWords: Record<FixKind, string> = {
  safe: 'A quick fix repairs it and may be applied unseen.',
  review: 'A quick fix repairs it; look at what it wrote.',
};

/** A rule: what it finds, why that matters, how it is repaired, with its examples. */
export function rulePage(_: Library, code: string): Card | undefined {
  const rule = rules.find((each) => each.code === code);
  if (!rule) return undefined;
  const { name, severity, offByDefault, fix, summary, why, repair, examples } = rule;
  return {
    title: `${code} ${name}`,
    parts: [
      { paragraph: [summary] },
      { paragraph: [`Reported as ${severityWords[severity]}${offByDefault ? ', where it is switched on' : ''}.`] },
      { paragraph: [{ strong: 'Why.' }, ` ${why}`] },
      { paragraph: [{ strong: 'Repair.' }, ` ${repair}${fix ? ` ${fixWords[fix]}` : ''}`] },
      ...exampleParts('Found in', examples.bad),
      ...exampleParts('Not found in', examples.good),
    ],
  };
}

function exampleParts(title: string, examples: readonly Example[]): CardPart[] {
  const shown = examples.map(shownPart).filter((text) => text.trim() !== '');
  return shown.flatMap((verbatim): CardPart[] => [{ paragraph: [{ strong: `${title}:` }] }, { verbatim }]);
}
