import { findOpenTexts, overlaps, type Problem, type Span, sentenceAt, touches } from '../core/index';
import type { CheckedLetter } from './letters';
import type { TextChange } from './text-change';

/** The findings of a letter and the text they refer to. */
type Checked = Pick<CheckedLetter, 'ask' | 'problems'>;

/** A finding that is shown. */
interface Shown {
  /** The finding as it was at the last check. */
  readonly problem: Problem;
  /** Its place in the newest text. */
  readonly span: Span;
  /** The sentence it is in, without trailing white space. */
  readonly sentence: Span;
  /** The sentence has been edited since the last check. */
  readonly isEdited: boolean;
  /** The finding appeared while its block was being written. */
  readonly isNew: boolean;
}

/** Where the person is writing. */
interface Writing {
  readonly caret: number;
  /** Start of the caret's sentence at the last check. */
  readonly sentence: number | undefined;
  readonly template: Template | undefined;
}

/** Text with open places that was inserted as a whole, while the caret stays in it. */
interface Template {
  readonly span: Span;
  /** Text written in it since. */
  readonly written: readonly Span[];
}

/**
 * Decides which findings of an open letter are shown, so that nothing changes at the caret of a person who writes:
 *
 * - A finding appears only after the caret has left its sentence; one about something not written yet, only after the caret has left
 *   its block.
 * - While one sentence is being written, nothing else changes. Findings in edited sentences go as soon as they are mended.
 * - A finding that appeared in the block being written stays until its sentence is edited or the caret leaves the block.
 * - In a template just inserted, findings appear only in sentences that the person has written to their end.
 *
 * `release` ends the waiting: a manual save, a request to check, a letter that loses the focus. Of a client that does not send its
 * cursor nobody knows when it leaves a sentence; there only findings about something not written yet wait.
 */
export class ShownFindings {
  readonly #followsCursor: boolean;
  #shown: readonly Shown[] | undefined;
  /** Changes since the last check. */
  #changes: TextChange[] = [];
  #writing: Writing | undefined;
  #settled: Checked | undefined;
  #answer: { readonly letter: Checked; readonly problems: readonly Problem[] } | undefined;

  constructor(followsCursor: boolean) {
    this.#followsCursor = followsCursor;
  }

  /** True while findings may wait. */
  get isWriting(): boolean {
    return this.#writing !== undefined;
  }

  /** Applies changes, each relative to the text that the previous one left. The caret is at the end of the last one. */
  edit(changes: readonly TextChange[]): void {
    for (const change of changes) {
      this.#shown = this.#shown?.map((shown) => follow(shown, change));
      this.#changes.push(change);
      this.#writing = writingAfter(this.#writing, change);
    }
    this.#answer = undefined;
  }

  /** Moves the caret in a text that is being written. */
  move(caret: number): void {
    if (!this.#writing || this.#writing.caret === caret) return;
    this.#writing = { ...this.#writing, caret };
    this.#answer = undefined;
  }

  /** Ends the wait: all findings are due. */
  release(): void {
    this.#writing = undefined;
    this.#answer = undefined;
  }

  /** Returns the findings to show for a checked letter, in the version that `edit` last received. */
  show(letter: Checked): readonly Problem[] {
    if (this.#answer?.letter !== letter) {
      this.#shown = this.#writing ? this.#whileWriting(letter, this.#writing) : this.#all(letter);
      this.#changes = [];
      this.#answer = { letter, problems: this.#shown.map(({ problem }) => problem) };
    }
    return this.#answer.problems;
  }

  /** The letter as it was when the caret was last outside sentences. Counts refer to it, so they do not change while a person types. */
  settled(letter: Checked): Checked {
    this.show(letter);
    return this.#settled ?? letter;
  }

  #all(letter: Checked): readonly Shown[] {
    this.#settled = letter;
    return letter.problems.map(shownIn(letter));
  }

  #whileWriting(letter: Checked, { caret, sentence: before, template: last }: Writing): readonly Shown[] {
    const sentence = sentenceAt(letter.ask, caret);
    const template = last && touches(last.span, caret) ? last : undefined;
    this.#writing = { caret, sentence: sentence.start, template };
    const block = blockAt(letter, caret);
    const hasLeft =
      this.#shown === undefined || !this.#followsCursor || (before !== undefined && !holds(sentence, before));
    if (hasLeft) this.#settled = letter;
    const unclaimed = byPlace(letter.problems);
    const kept = (this.#shown ?? []).flatMap((shown): Shown[] => {
      const { problem, span, isNew, isEdited } = shown;
      const moved = (): Problem => this.#changes.reduce(moveProblem, problem);
      const now = unclaimed.get(placeOf(problem.code, span))?.shift();
      if (now) {
        const isSame = hasLeft || now.message === problem.message;
        return [{ ...shownIn(letter)(isSame ? now : moved()), isNew }];
      }
      const stays = hasLeft ? this.#followsCursor && isNew && problem.block === block && !isEdited : !isEdited;
      return stays ? [{ ...shown, problem: moved() }] : [];
    });
    if (!hasLeft) return kept;
    const added = [...unclaimed.values()].flat().filter((problem) => {
      if (problem.isAboutUnfinished && problem.block === block) return false;
      if (!this.#followsCursor) return true;
      return !isIn(sentence, problem) && !(template && isHeldIn(template, letter, problem));
    });
    const appeared = added.map((problem) => ({ ...shownIn(letter)(problem), isNew: problem.block === block }));
    return [...kept, ...appeared].sort((a, b) => a.problem.span.start - b.problem.span.start);
  }
}

function shownIn({ ask }: Checked): (problem: Problem) => Shown {
  const { text } = ask.letter.source;
  return (problem) => {
    const { start, end } = sentenceAt(ask, problem.span.start);
    const sentence = { start, end: start + text.slice(start, end).trimEnd().length };
    return { problem, span: problem.span, sentence, isEdited: false, isNew: false };
  };
}

function follow(shown: Shown, change: TextChange): Shown {
  if (Math.max(shown.sentence.end, shown.span.end) < change.span.start) return shown;
  const sentence = moveSpan(shown.sentence, change);
  const isEdited = shown.isEdited || isEditOf(shown.sentence, change);
  return { ...shown, span: moveSpan(shown.span, change), sentence, isEdited };
}

function writingAfter(writing: Writing | undefined, change: TextChange): Writing {
  const { span, newText } = change;
  const caret = span.start + newText.length;
  const sentence = writing?.sentence === undefined ? undefined : moveSpan(at(writing.sentence), change).start;
  const written = { start: span.start, end: caret };
  const template = writing?.template;
  if (!template || span.start < template.span.start || span.end > template.span.end) {
    const isTemplate = findOpenTexts(newText).length > 0;
    return { caret, sentence, template: isTemplate ? { span: written, written: [] } : undefined };
  }
  const end = template.span.end + newText.length - (span.end - span.start);
  const others = template.written.map((each) => moveSpan(each, change));
  const last = others.at(-1);
  const grown =
    last && touches(last, span.start) ? [...others.slice(0, -1), union(last, written)] : [...others, written];
  return { caret, sentence, template: { span: { start: template.span.start, end }, written: grown } };
}

/** In a template: unwritten parts, sentences with open places, and sentences that nobody has edited. */
function isHeldIn({ span, written }: Template, { ask }: Checked, { span: place, isAboutUnfinished }: Problem): boolean {
  if (!touches(span, place.start)) return false;
  const sentence = sentenceAt(ask, place.start);
  const isOpen = findOpenTexts(ask.letter.source.text.slice(sentence.start, sentence.end)).length > 0;
  return isAboutUnfinished === true || isOpen || !written.some((each) => overlaps(each, sentence));
}

/** The last block that begins before `offset`. White space after a block belongs to it. */
function blockAt({ ask }: Checked, offset: number): number | undefined {
  return ask.letter.blocks.findLast(({ span }) => span.start <= offset)?.index;
}

/** An empty finding is in both sentences that it touches. */
function isIn(sentence: Span, { span }: Problem): boolean {
  return overlaps(sentence, span) || (span.start === span.end && touches(sentence, span.start));
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && (offset < end || offset === start);
}

function placeOf(code: string, { start }: Span): string {
  return `${code}@${start}`;
}

function byPlace(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const place = placeOf(problem.code, problem.span);
    const group = groups.get(place);
    if (group) group.push(problem);
    else groups.set(place, [problem]);
  }
  return groups;
}

/** An insertion at the edge of a sentence edits it, unless white space separates them. */
function isEditOf(sentence: Span, { span, newText }: TextChange): boolean {
  if (span.end < sentence.start || span.start > sentence.end) return false;
  if (span.end === sentence.start) return !/\s$/.test(newText);
  return span.start < sentence.end || !/^\s/.test(newText);
}

/** Moves a finding. Its fixes are edits of the old text and are dropped. */
function moveProblem(problem: Problem, change: TextChange): Problem {
  const { code, rule, severity, message, help, anchor, related, block, item, isAboutUnfinished } = problem;
  return {
    code,
    rule,
    severity,
    message,
    span: moveSpan(problem.span, change),
    ...(help && { help }),
    ...(anchor && { anchor: moveSpan(anchor, change) }),
    ...(related && { related: related.map((each) => ({ ...each, span: moveSpan(each.span, change) })) }),
    ...(block !== undefined && { block }),
    ...(item !== undefined && { item }),
    ...(isAboutUnfinished && { isAboutUnfinished }),
  };
}

/** Returns what is left of `place` after a change. Text inserted before it moves it; text inserted after it does not. */
function moveSpan(place: Span, { span, newText }: TextChange): Span {
  const by = newText.length - (span.end - span.start);
  const start = place.start >= span.end ? place.start + by : Math.min(place.start, span.start);
  const isBehind = place.end >= span.end && (place.end > span.start || place.end === place.start);
  return { start, end: Math.max(start, isBehind ? place.end + by : Math.min(place.end, span.start)) };
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}
