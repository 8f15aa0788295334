import type { NameMatch } from '../library/types';

/** A part of the body for which running text asks for a treatment. */
export interface AskedPart {
  /** As printed, with its side: `right knee`. */
  readonly words: string;
  /** The library's body parts that bear the name. */
  readonly ids: readonly string[];
  /** Where the words end in the text. */
  readonly end: number;
}

/** Words that may stand between a treatment and its parts, and between these. */
const links = new Set(
  'of for to on in at the a an and or left right bilateral both with without contrast dye scan study studies spine region areas area s'.split(
    ' ',
  ),
);
/** Treatments that share what follows, where the first is of no certain part: `an MRI and x-ray of the right knee`. */
const sharing = /^s?(?:,? (?:and|or) |, |\/)(?:an? |the )?$/;
const sideBefore = /(?:left|right|bilateral) $/i;

/**
 * The parts that the text, up to `until`, links to the treatment named by `names[at]`: those behind it, or else those right
 * before it (`cervical and lumbar MRI`). Empty where it links none.
 */
export function askedParts(text: string, names: readonly NameMatch[], at: number, until: number): AskedPart[] {
  const behind = partsBehind(text, names, at, until);
  return behind.length > 0 ? behind : partsBefore(text, names, at);
}

function partsBehind(text: string, names: readonly NameMatch[], at: number, until: number): AskedPart[] {
  const parts: AskedPart[] = [];
  let end = names[at]?.end ?? 0;
  for (const name of names.slice(at + 1)) {
    if (name.end > until) break;
    const gap = text.slice(end, name.start);
    const ids = partIds(name);
    const isShared = !names[at]?.sure && parts.length === 0 && ids.length === 0 && sharing.test(gap);
    if (!isShared && (ids.length === 0 || !isLink(gap))) break;
    if (ids.length > 0) parts.push(toPart(text, name, ids));
    end = name.end;
  }
  return parts;
}

function partsBefore(text: string, names: readonly NameMatch[], at: number): AskedPart[] {
  const parts: AskedPart[] = [];
  let start = names[at]?.start ?? 0;
  for (const name of names.slice(0, at).reverse()) {
    const ids = partIds(name);
    const gap = text.slice(name.end, start);
    if (ids.length === 0 || !(gap === ' ' || (parts.length > 0 && (gap === ' and ' || gap === '/')))) break;
    parts.unshift(toPart(text, name, ids));
    start = name.start;
  }
  return parts;
}

function partIds({ refs }: NameMatch): string[] {
  return refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id);
}

function isLink(gap: string): boolean {
  return (
    gap.length < 60 && (gap.match(/[A-Za-z]+|[^A-Za-z\s,/&-]/g) ?? []).every((word) => links.has(word.toLowerCase()))
  );
}

function toPart(text: string, { start, end }: NameMatch, ids: readonly string[]): AskedPart {
  const side = sideBefore.exec(text.slice(Math.max(0, start - 10), start))?.[0] ?? '';
  return { words: side + text.slice(start, end), ids, end };
}
