import type { Span } from './span';

/** Which characters of a text are taken: asking costs the length of a span, however many spans were taken before. */
export class TakenText {
  readonly #length: number;
  /** One number a character, made when the first span is taken. */
  #taken: Uint8Array | undefined;

  /** `length`: of the text, in UTF-16 units. */
  constructor(length: number, spans: readonly Span[] = []) {
    this.#length = length;
    for (const span of spans) this.take(span);
  }

  /** True when a character of the span is taken. */
  has({ start, end }: Span): boolean {
    const taken = this.#taken;
    if (!taken) return false;
    for (let at = start; at < end; at++) if (taken[at] === 1) return true;
    return false;
  }

  take({ start, end }: Span): void {
    this.#taken ??= new Uint8Array(this.#length);
    this.#taken.fill(1, start, end);
  }
}
