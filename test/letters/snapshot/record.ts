// What the snapshot keeps of a letter: codes, ids and places; neither a word of the letter nor a message.
import {
  type Ask,
  defaultSettings,
  hashOf,
  isSafe,
  ledgerOf,
  lintLetter,
  type Problem,
  type RuleSettings,
  resolutionOf,
  rules,
  type Span,
} from '../../../server/src/core/index';
import { askOf } from '../../checked';
import { language } from '../../language';

/** Every rule at its own severity, those too that are off unless switched on. */
const everyRule: RuleSettings = { ...defaultSettings, severityOf: ({ severity }) => severity };

/** A line for each finding, then for each block's citations and ledger. Offsets are UTF-16 units, half-open. */
export function recordOf(text: string): readonly string[] {
  const ask = askOf(text);
  const { problems, failures } = lintLetter(ask, rules, everyRule, language);
  return [
    `form ${ask.letter.form.id}`,
    ...failures.map(({ rule }) => `failure ${rule.code}`),
    ...problems.map(findingLine),
    ...blockLines(ask),
  ];
}

/** `finding IMR301 error 120-163 0s1r 3fa85f 91c20d`: safe and review fixes, then hashes of message and fixes. */
function findingLine({ code, severity, span, message, related = [], fixes = [] }: Problem): string {
  const safe = fixes.filter(isSafe).length;
  const said = [message, ...related.map((each) => `${place(each.span)} ${each.message}`)].join('\n');
  const done = fixes.map(({ kind, title, edits }) =>
    [kind, title, ...edits.map((edit) => `${place(edit.span)} ${edit.newText}`)].join('\n'),
  );
  return `finding ${code} ${severity} ${place(span)} ${safe}s${fixes.length - safe}r ${shortHash(said)} ${shortHash(done.join('\n'))}`;
}

/** `citation 0 reviewer 300-341 acoem-low-back …`: guideline, chapters and topics as resolved. `ledger 0 opioid +stated ~criterion-only -missing`. */
function blockLines(ask: Ask): string[] {
  return ask.letter.blocks.flatMap((block) => {
    const citations = block.citations.map((citation) => {
      const { guideline, chapters, topics } = ask(resolutionOf, citation);
      const ids = [...chapters.map(({ id }) => id), ...topics.map(({ topic }) => topic.id)];
      return ['citation', block.index, citation.by, place(citation.span), guideline?.id ?? '?', ...ids].join(' ');
    });
    const ledger = ask(ledgerOf, block);
    const states = ledger.elements.map(({ id, state }) => `${signs[state]}${id}`);
    return [...citations, ['ledger', block.index, ledger.class?.id ?? '-', ...states].join(' ')];
  });
}

const signs = { stated: '+', 'criterion-only': '~', open: '?', missing: '-', 'not-applicable': '/' } as const;

function place({ start, end }: Span): string {
  return `${start}-${end}`;
}

function shortHash(text: string): string {
  return text === '' ? '-' : hashOf(text).slice(0, 6);
}
