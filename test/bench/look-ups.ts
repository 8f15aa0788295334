import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  askAbout,
  completionsAt,
  definitionAt,
  hoverAt,
  indexLetter,
  lintLetter,
  readLetter,
  rules,
  toMarkdown,
} from '../../server/src/core/index';
import type { Benchmark } from './benchmark';

/** What a pointer or a key costs at the server in a letter that is read; and a letter of the folder, read and indexed. */
export function lookUpBenchmarks(text: string): readonly Benchmark[] {
  const read = () => askAbout(readLetter(text, builtinForms), builtinLibrary);
  const ask = read();
  const { problems } = lintLetter(ask, rules);
  const hover = (offset: number) => () => {
    const found = hoverAt({ ask, problems, offset });
    if (!found) throw new Error(`no card at ${offset}`);
    return toMarkdown(found.card, (page) => page);
  };
  const [block] = ask.letter.blocks;
  const citation = block?.citations.find(({ by }) => by === 'reviewer')?.span.start ?? 0;
  const item = block?.heading.item.disputed.span.start ?? 0;
  const outcome = block?.heading.outcome.span.start ?? 0;
  const end = block?.fields.rationale.body.span.end ?? 0;
  return [
    { name: 'hover: citation', target: 2, run: hover(citation) },
    { name: 'hover: item', target: 2, run: hover(item) },
    { name: 'hover: outcome', target: 2, run: hover(outcome) },
    {
      name: 'hover: citation, letter just read',
      target: 2,
      run: () => hoverAt({ ask: read(), problems, offset: citation }),
    },
    { name: 'definition', target: 2, run: () => definitionAt(ask, citation) },
    { name: 'completion at the end of a rationale', target: 2, run: () => completionsAt(ask, end) },
    { name: 'read and index a letter of the folder', run: () => indexLetter(read()) },
  ];
}
