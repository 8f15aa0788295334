import type { Ask } from '../analysis/fact';
import { type DecisionBlock, nameOf } from '../model/letter';
import type { Problem } from '../problem/problem';
import { severities } from '../problem/severity';
import { emptySpan } from '../text/span';
import { countOpenPoints, outcomeInWords, problemsByBlock, stateOf } from './block-state';
import type { DeterminationEntry } from './determination-entry';
import { rationaleEntry } from './determination-rationale';
import { countElements, elementsAsked, settledBlock } from './elements';
import { capitalize } from './facts/words';

/**
 * The letter by its decisions: what is open in the letter as a whole, then each block with its open points and the ledger of its
 * rationale. Hints are left out, as in any list of problems: of missing elements the ledger tells.
 */
export function determinationOf(ask: Ask, problems: readonly Problem[], settled = ask): readonly DeterminationEntry[] {
  const listed = problems
    .filter(({ severity }) => severity !== 'hint')
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const problemsOf = problemsByBlock(listed);
  return [
    ...letterEntry(problemsOf(undefined)),
    ...ask.letter.blocks.map((block) => blockEntry(ask, settled, block, problemsOf(block))),
  ];
}

/** Nothing where nothing is open. */
function letterEntry(own: readonly Problem[]): DeterminationEntry[] {
  if (own.length === 0) return [];
  const [label, detail] = ['Letter as a whole', countOpenPoints(own)];
  return [
    {
      id: 'letter',
      sign: { kind: 'letter' },
      label,
      detail,
      tooltip: 'What is found in header and sections, and belongs to no single decision.',
      spoken: [label, detail].filter(Boolean).join(', '),
      span: emptySpan(0),
      children: problemEntries('letter', own),
    },
  ];
}

function blockEntry(ask: Ask, settled: Ask, block: DecisionBlock, own: readonly Problem[]): DeterminationEntry {
  const id = `block/${block.index}`;
  const outcome = outcomeInWords(block);
  const open = countOpenPoints(own) || 'no open points';
  // As the card over it, and the outcome first: of a long item a narrow view shows the beginning only.
  const label = `${outcome} · ${nameOf(block)}`;
  const elements = countElements(elementsAsked(...settledBlock(ask, settled, block)));
  const { heading } = block;
  return {
    id,
    sign: { kind: 'block', outcome: heading.outcome.value, state: stateOf(own) },
    label,
    detail: open,
    tooltip: [heading.item.text || nameOf(block), outcomeSentences[outcome], `${capitalize(open)}.`]
      .filter(Boolean)
      .join('\n'),
    spoken: [outcome, nameOf(block), open, elements].filter(Boolean).join(', '),
    span: emptySpan(heading.span.start),
    block: block.index,
    children: [...problemEntries(id, own, block), ...rationaleEntry(ask, settled, block, id)],
  };
}

const outcomeSentences: Readonly<Record<string, string>> = {
  Upheld: 'Upheld: the denial stands, the item is not medically necessary.',
  Overturned: 'Overturned: the denial falls, the item is medically necessary.',
  'No outcome': 'The heading says neither Upheld nor Overturned.',
};

function problemEntries(parent: string, problems: readonly Problem[], block?: DecisionBlock): DeterminationEntry[] {
  const counts = new Map<string, number>();
  return problems.map((problem) => {
    const { code, rule, severity, span, message, help, fixes } = problem;
    const before = counts.get(code) ?? 0;
    counts.set(code, before + 1);
    const fix = fixes?.[0]?.title;
    return {
      id: `${parent}/${code}/${before}`,
      sign: { kind: 'problem', severity, isFixable: fix !== undefined },
      label: message,
      detail: code,
      tooltip: [message, help, `${capitalize(severity)} ${code} (${rule})`, fix && `Quick fix: ${fix}`]
        .filter(Boolean)
        .join('\n'),
      spoken: `${capitalize(severity)}: ${message} ${code}`,
      span,
      ...(block && { block: block.index }),
      children: [],
    };
  });
}
