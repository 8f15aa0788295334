import type { Confidence, Provenance } from './entries';

/** How sure one field of an entry is; recall, where the entry says nothing. */
export function confidenceOf(entry: Partial<Provenance>, field: string): Confidence {
  const { confidence } = entry;
  if (confidence === undefined) return 'memory';
  if (typeof confidence === 'string') return confidence;
  return confidence[field] ?? confidence.rest ?? 'memory';
}

/** May the field be shown as a fact, with or without words of doubt? A guess may not. */
export function isShown(entry: Partial<Provenance>, field: string): boolean {
  return confidenceOf(entry, field) !== 'guess';
}

/** Words of doubt for a reader; empty where none are due. */
export function doubtInWords(confidence: Confidence): string {
  switch (confidence) {
    case 'seen':
      return '';
    case 'secondary':
      return 'at second hand';
    case 'inferred':
      return 'inferred';
    case 'general':
      return 'general reference, check the label';
    case 'memory':
      return 'not confirmed';
    case 'doubtful':
      return 'not confirmed, in doubt';
    case 'guess':
      return 'a guess';
  }
}
