import type { DrugEntry } from '../library/entries';
import type { ItemSubject, Library, NameMatch } from '../library/types';

// Entries never change, nor does what a name of a library refers to; rules ask about the same ones again and again.
const ingredientsOfDrug = new WeakMap<DrugEntry, readonly string[]>();
const ingredientsOfName = new WeakMap<NameMatch['refs'], readonly string[]>();

/** What a drug is known by among its kin, form and salt aside: `hydrocodone` for Norco, `lidocaine` for Lidoderm. */
function mainIngredients({ wordList }: Library, drug: DrugEntry): readonly string[] {
  let ingredients = ingredientsOfDrug.get(drug);
  if (!ingredients) {
    const [first = '', ...others] = allIngredients(drug);
    const companions = wordList('companion-ingredient');
    ingredients = [first, ...others.filter((ingredient) => !companions.has(ingredient))];
    ingredientsOfDrug.set(drug, ingredients);
  }
  return ingredients;
}

export function allIngredients({ generic }: DrugEntry): string[] {
  return generic.split('/').map((ingredient) => ingredient.toLowerCase().split(' ')[0] ?? '');
}

/** The main ingredients of every drug a name may stand for; empty for a name of something else. */
export function ingredientsNamed(library: Library, { refs }: Pick<NameMatch, 'refs'>): readonly string[] {
  let ingredients = ingredientsOfName.get(refs);
  if (!ingredients) {
    const drugs = refs.flatMap(({ kind, id }) =>
      kind === 'brand' || kind === 'generic' || kind === 'drug' ? (library.drug(id) ?? []) : [],
    );
    ingredients = [...new Set(drugs.flatMap((drug) => mainIngredients(library, drug)))];
    ingredientsOfName.set(refs, ingredients);
  }
  return ingredients;
}

/** The names in a text that stand for what an item asks for: its drug under any name, its treatment. */
export function mentionsOf(library: Library, subject: ItemSubject, names: readonly NameMatch[]): NameMatch[] {
  const ingredients = subject.drugs.flatMap((drug) => mainIngredients(library, drug));
  const treatments = subject.treatments.map(({ id }) => id);
  if (ingredients.length === 0 && treatments.length === 0) return [];
  return names.filter(
    (match) =>
      match.refs.some(({ kind, id }) => kind === 'treatment' && treatments.includes(id)) ||
      ingredientsNamed(library, match).some((ingredient) => ingredients.includes(ingredient)),
  );
}
