import { composeRationale } from '../../analysis/compose';
import type { Ask } from '../../analysis/fact';
import { isLacking, ledgerOf } from '../../analysis/ledger';
import { templateSentence } from '../../analysis/template-sentence';
import type { DecisionBlock } from '../../model/letter';
import { splitSentences } from '../../text/sentences';
import { shorten } from '../../text/shorten';
import { toPlainText } from '../../text/snippet';
import { type Candidate, type CompletionProvider, continueWith } from './completion';
import { type CompletionPlace, typedInField } from './place';

/** At the end of a rationale: all that it still lacks, the conclusion, and the sentence of each element that is missing. */
export const rationaleCompletions: CompletionProvider = (place) => {
  const { ask, block, field } = place;
  if (!block || field?.kind !== 'rationale' || place.offset < field.body.span.end) return [];
  const typed = sentenceTyped(place);
  return candidatesFor(ask, block).flatMap((candidate) => continueWith(place, typed, candidate, true));
};

/** The sentence being written; empty behind a finished one. */
export function sentenceTyped(place: CompletionPlace): string {
  const typed = typedInField(place);
  const last = splitSentences(typed, place.ask.library.stops).at(-1);
  const open = last ? typed.slice(last.start) : '';
  return /[.!?]["')\]]?\s*$/.test(open) ? '' : open;
}

function candidatesFor(ask: Ask, block: DecisionBlock): readonly Candidate[] {
  const outcome = block.heading.outcome.value;
  const whole = composeRationale(ask, block, outcome);
  if (whole.length === 0) return [];
  const { class: rationaleClass, elements } = ask(ledgerOf, block);
  const name = rationaleClass ? `Rationale: ${rationaleClass.name}` : 'Rationale';
  const missing = elements.filter((element) => isLacking(element) && element.level !== 'optional');
  const sentences = missing.flatMap(({ id, mustSay }): Candidate[] => {
    const parts = templateSentence(ask, block, id, outcome);
    if (!parts) return [];
    const label = id === 'conclusion' ? 'Conclusion' : listed(mustSay);
    return [
      {
        kind: 'sentence',
        label,
        detail: listed(toPlainText(parts)),
        parts,
        about: { element: id, block: block.index },
      },
    ];
  });
  const isConclusion = ({ label }: Candidate): boolean => label.startsWith('Conclusion');
  return [
    { kind: 'rationale', label: name, parts: whole, about: { element: 'rationale', block: block.index } },
    ...sentences.filter(isConclusion),
    ...sentences.filter((each) => !isConclusion(each)),
  ];
}

/** A sentence for a list, without its stop. */
function listed(sentence: string): string {
  return shorten(sentence.replace(/\.$/, ''), 60);
}
