import { lackingSentences } from '../../analysis/compose';
import type { Ask } from '../../analysis/fact';
import { wrapParts } from '../../model/layout';
import type { DecisionBlock } from '../../model/letter';
import { readText } from '../../text/reading';
import { type SnippetPart, toPlainText } from '../../text/snippet';
import { dropStart, startsWith } from './completion';
import { placeAt, typedInField } from './place';
import { sentenceTyped } from './rationale';

/** As much of a sentence as tells which one it is going to be. */
const shortest = 3;

/**
 * Returns what may follow at `offset`, at the end of a rationale: the next statement that it lacks, or the rest of the one being written.
 * A statement about the record is offered as its open choice only. Undefined where nothing is missing, and inside text.
 */
export function nextSentence(ask: Ask, offset: number): readonly SnippetPart[] | undefined {
  const place = placeAt(ask, offset);
  const { block, field, before, line } = place;
  const { letter } = ask;
  if (!block || field?.kind !== 'rationale' || offset < field.body.span.end) return undefined;
  if (letter.source.text.slice(offset, line.end).trim() !== '') return undefined;
  const typed = sentenceTyped(place);
  if (typed !== '' && typed.trim().length < shortest) return undefined;
  // The sentence being written is not counted: it may become the opening.
  const written = typed === typedInField(place) ? withoutRationale(block) : block;
  const sentence = lackingSentences(ask, written, block.heading.outcome.value).find(
    (parts) => startsWith(toPlainText(parts), typed) && toPlainText(parts).length > typed.length,
  );
  const rest = sentence && dropStart(sentence, typed.length);
  if (!rest) return undefined;
  const needsSpace = typed === '' && before !== '' && !/\s$/.test(before);
  return wrapParts(needsSpace ? [' ', ...rest] : rest, letter.layout, before.length);
}

function withoutRationale(block: DecisionBlock): DecisionBlock {
  const { rationale } = block.fields;
  const body = readText('', { start: 0, end: 0 });
  return { ...block, fields: { ...block.fields, rationale: { ...rationale, body } } };
}
