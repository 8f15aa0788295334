import type { Library, NameMatch } from '../library/types';
import { caseSummary } from './case-summary';
import { fact } from './fact';
import { allIngredients } from './mentions';
import { namesMeantIn } from './misspelled-drugs';

/** The ingredients of every drug that the summary or a heading names. */
export const drugsOnRecord = fact((ask): ReadonlySet<string> => {
  const summary = ask(caseSummary);
  const readings = [
    ...(summary ? [summary.prose] : []),
    ...ask.letter.blocks.map(({ heading }) => heading.item.reading),
  ];
  return new Set(
    readings.flatMap((reading) => ask(namesMeantIn, reading).flatMap((name) => ingredientsOf(ask.library, name))),
  );
});

/** Partners too: a patient on Norco has acetaminophen on record. */
function ingredientsOf(library: Library, { refs }: NameMatch): string[] {
  return refs.flatMap(({ id }) => {
    const drug = library.drug(id);
    return drug ? allIngredients(drug) : [];
  });
}
