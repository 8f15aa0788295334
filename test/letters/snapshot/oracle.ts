// Everything that the engine's searches return on a letter, as offsets and ids: for holding one build against another.
import { builtinForms } from '../../../server/src/builtin/forms';
import { builtinLibrary } from '../../../server/src/builtin/library';
import { analyzeLetter, hashOf, type LetterAnalysis, type Reading, readLetter } from '../../../server/src/core/index';

/** Lines for each reading of the running text: the reading, then what each search finds in it. */
export function searchesOf(text: string): readonly string[] {
  const analysis = analyzeLetter(readLetter(text, builtinForms), builtinLibrary);
  const { prose, summary } = analysis;
  const readings = summary ? [...prose, summary.prose] : prose;
  return readings.flatMap((reading, index) => [
    `reading ${index} ${reading.text.length} ${hashOf(reading.text)}`,
    ...foundIn(analysis, reading),
  ]);
}

function foundIn(analysis: LetterAnalysis, reading: Reading): string[] {
  const line = (kind: string, { start, end }: { start: number; end: number }, ...rest: readonly unknown[]) =>
    [' ', kind, `${start}-${end}`, ...rest].join(' ');
  return [
    ...analysis.namesIn(reading).map((name) => line('name', name, name.kind, name.sure, ...name.ids, refsOf(name))),
    ...analysis
      .misspeltDrugsIn(reading)
      .map((drug) => line('misspelt', drug, drug.meant.distance, ...drug.meant.names)),
    ...analysis
      .phrasesIn(reading)
      .map((match) => line('phrase', match, match.phrase.id, hashOf(match.replacement ?? ''))),
    ...[...analysis.cuesIn(reading)].map(([cue, span]) => line('cue', span, cue)),
    ...analysis.sentencesIn(reading).map((span) => line('sentence', span)),
    ...analysis.datesIn(reading).map((date) => line('date', date, hashOf(String(date.iso)))),
    ...analysis.measuresIn(reading).map((measure) => line('measure', measure, hashOf(JSON.stringify(measure)))),
  ];
}

function refsOf({ refs }: { refs: readonly { kind: string; id: string }[] }): string {
  return refs.map(({ kind, id }) => `${kind}:${id}`).join(',');
}
