// Everything that the engine's searches return on a letter, as offsets and ids: for holding one build against another.
import { builtinForms } from '../../../server/src/builtin/forms';
import { builtinLibrary } from '../../../server/src/builtin/library';
import {
  type Ask,
  askAbout,
  caseSummary,
  conceptsIn,
  datesIn,
  hashOf,
  measuresIn,
  misspelledDrugsIn,
  namesIn,
  phrasesIn,
  type Reading,
  readLetter,
  runningText,
  saidIn,
  sentencesIn,
} from '../../../server/src/core/index';

/** Lines for each reading of the running text: the reading, then what each search finds in it. */
export function searchesOf(text: string): readonly string[] {
  const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
  const prose = ask(runningText);
  const summary = ask(caseSummary);
  const readings = summary ? [...prose, summary.prose] : prose;
  return readings.flatMap((reading, index) => [
    `reading ${index} ${reading.text.length} ${hashOf(reading.text)}`,
    ...foundIn(ask, reading),
  ]);
}

function foundIn(ask: Ask, reading: Reading): string[] {
  const line = (kind: string, { start, end }: { start: number; end: number }, ...rest: readonly unknown[]) =>
    [' ', kind, `${start}-${end}`, ...rest].join(' ');
  return [
    ...ask(namesIn, reading).map((name) => line('name', name, name.kind, name.sure, ...name.ids, refsOf(name))),
    ...ask(misspelledDrugsIn, reading).map((drug) =>
      line('misspelled', drug, drug.meant.distance, ...drug.meant.names),
    ),
    ...ask(phrasesIn, reading).map((match) => line('phrase', match, match.phrase.id, hashOf(match.replacement ?? ''))),
    ...ask(conceptsIn, reading)
      .cues()
      .flatMap((cue) => {
        const span = ask(saidIn, reading)(cue);
        return span ? [line('cue', span, cue)] : [];
      }),
    ...ask(sentencesIn, reading).map((span) => line('sentence', span)),
    ...ask(datesIn, reading).map((date) => line('date', date, hashOf(String(date.iso)))),
    ...ask(measuresIn, reading).map((measure) => line('measure', measure, hashOf(JSON.stringify(measure)))),
  ];
}

function refsOf({ refs }: { refs: readonly { kind: string; id: string }[] }): string {
  return refs.map(({ kind, id }) => `${kind}:${id}`).join(',');
}
