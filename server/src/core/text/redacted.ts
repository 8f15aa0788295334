/** What takes the place of something that identifies a person. In capital letters, so that it is no place to fill in (`open-text.ts`). */
export function redacted(what: string): string {
  return `[${what} REDACTED]`;
}
