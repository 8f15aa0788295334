import { spanOfWords } from '../language/read-sentences';
import type { Sentence } from '../language/sentence';
import type { Slip } from '../language/slip';
import { replace } from '../problem/edits';
import type { Finding } from '../problem/problem';

/** Returns the finding of a mistake in language. A doubtful one is a hint. */
export function findingOf(sentence: Sentence, { first, last, message, fix, isDoubtful }: Slip): Finding {
  return {
    span: spanOfWords(sentence, first, last),
    message,
    ...(fix && {
      fixes: [
        {
          title:
            fix.text === ''
              ? `Remove "${sentence.text.slice(fix.first.start, fix.last.end)}"`
              : `Change to "${fix.text}"`,
          kind: 'review',
          edits: [replace(spanOfWords(sentence, fix.first, fix.last), fix.text)],
        },
      ],
    }),
    ...(isDoubtful && { atMost: 'hint' }),
  };
}
