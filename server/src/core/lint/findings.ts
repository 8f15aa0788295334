import type { Span } from '../text/span';

/** Span of a value in its file, by JSON pointer; `key` is the span of its name. */
export type Locate = (pointer: string, part: 'key' | 'value') => Span | undefined;

/** A mistake in a configuration. `replacement` is the probable intention, for the text of `span`. */
export interface ConfigFinding {
  readonly source: string;
  readonly pointer: string;
  readonly span: Span | undefined;
  readonly message: string;
  readonly replacement?: string;
}

/** Maximum number of problems listed per file; the rest are counted. */
export const mostFindings = 100;

/** Collects the problems of one file, up to `mostFindings` in full. */
export interface FindingList {
  /** Adds a problem. `place` and `say` are called only if it is listed, because they may be expensive. */
  add(
    pointer: string,
    place: () => Span | undefined,
    say: () => { readonly message: string; readonly replacement?: string | undefined },
  ): void;
  /** Returns the first `mostFindings`, and one more that counts the rest, at the place of the first that is not listed. */
  all(): readonly ConfigFinding[];
}

export function createFindings(source: string): FindingList {
  const findings: ConfigFinding[] = [];
  let next: Pick<ConfigFinding, 'source' | 'pointer' | 'span'> | undefined;
  let more = 0;
  return {
    add(pointer, place, say) {
      if (findings.length < mostFindings) {
        const { message, replacement } = say();
        findings.push({ source, pointer, span: place(), message, ...(replacement !== undefined && { replacement }) });
        return;
      }
      next ??= { source, pointer, span: place() };
      more++;
    },
    all: () => (next ? [...findings, { ...next, message: moreOf(more) }] : findings),
  };
}

function moreOf(count: number): string {
  return count === 1
    ? '1 more problem in this file is not listed.'
    : `${count} more problems in this file are not listed.`;
}
