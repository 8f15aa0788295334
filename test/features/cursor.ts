// A letter with a cursor in it: `¦`.
import { type Ask, composeExample, type Example } from '../../server/src/core/index';
import { read } from './analyzed';

export interface WithCursor {
  readonly ask: Ask;
  readonly text: string;
  readonly offset: number;
}

/** The example without its mark, and where the mark stood. */
export function withCursor(example: Example): WithCursor {
  const marked = composeExample(example);
  const offset = marked.indexOf('¦');
  if (offset < 0) throw new Error('the example has no ¦');
  const text = marked.replace('¦', '');
  return { ask: read(text), text, offset };
}
