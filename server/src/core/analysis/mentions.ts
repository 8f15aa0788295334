import type { DrugEntry } from '../library/entries';
import type { ItemSubject, Library, NameMatch } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import type { LetterAnalysis } from './analysis';

/** Ingredients that ride along in a combination: naming them does not name it. */
const partners = new Set(['acetaminophen', 'aspirin', 'caffeine', 'ibuprofen']);

// Entries never change, nor does what a name of a library refers to; rules ask about the same ones again and again.
const ingredientsOfDrug = new WeakMap<DrugEntry, readonly string[]>();
const ingredientsOfName = new WeakMap<NameMatch['refs'], readonly string[]>();

/** What a drug is known by among its kin, form and salt aside: `hydrocodone` for Norco, `lidocaine` for Lidoderm. */
export function mainIngredients(drug: DrugEntry): readonly string[] {
  let ingredients = ingredientsOfDrug.get(drug);
  if (!ingredients) {
    const [first = '', ...others] = allIngredients(drug);
    ingredients = [first, ...others.filter((ingredient) => !partners.has(ingredient))];
    ingredientsOfDrug.set(drug, ingredients);
  }
  return ingredients;
}

function allIngredients({ generic }: DrugEntry): string[] {
  return generic.split('/').map((ingredient) => ingredient.toLowerCase().split(' ')[0] ?? '');
}

/** The main ingredients of every drug a name may stand for; empty for a name of something else. */
export function ingredientsNamed(library: Library, { refs }: Pick<NameMatch, 'refs'>): readonly string[] {
  let ingredients = ingredientsOfName.get(refs);
  if (!ingredients) {
    const drugs = refs.flatMap(({ kind, id }) =>
      kind === 'brand' || kind === 'generic' || kind === 'drug' ? (library.drug(id) ?? []) : [],
    );
    ingredients = [...new Set(drugs.flatMap(mainIngredients))];
    ingredientsOfName.set(refs, ingredients);
  }
  return ingredients;
}

/** The names in a text that stand for what an item asks for: its drug under any name, its treatment. */
export function mentionsOf(library: Library, subject: ItemSubject, names: readonly NameMatch[]): NameMatch[] {
  const ingredients = new Set(subject.drugs.flatMap(mainIngredients));
  const treatments = new Set(subject.treatments.map(({ id }) => id));
  return names.filter(
    (match) =>
      match.refs.some(({ kind, id }) => kind === 'treatment' && treatments.has(id)) ||
      ingredientsNamed(library, match).some((ingredient) => ingredients.has(ingredient)),
  );
}

/** The main ingredients of every drug that the summary or a heading names. */
export function drugsOnRecordOf({ letter, library, summary, namesMeantIn }: LetterAnalysis): ReadonlySet<string> {
  const readings = [...(summary ? [summary.prose] : []), ...letter.blocks.map(({ heading }) => heading.item.reading)];
  return new Set(
    readings.flatMap((reading) => namesMeantIn(reading).flatMap((name) => allIngredientsNamed(library, name))),
  );
}

/** Partners too: a patient on Norco has acetaminophen on record. */
function allIngredientsNamed(library: Library, { refs }: NameMatch): string[] {
  return refs.flatMap(({ id }) => {
    const drug = library.drug(id);
    return drug ? allIngredients(drug) : [];
  });
}

const ancillarySentence =
  /\b(?:surg\w{2,8}|operation|procedure)\b.{0,90}\b(?:medically (?:necessary|appropriate)|not m\S{5,10} \S{6,12})\b.{0,90}\b(?:ancillary|associated|accompanying|related|adjunct)\b/i;

/** An item that goes with an operation decided in the same letter, and owes no reasons of its own. */
export function isAncillary(block: DecisionBlock): boolean {
  return /^associated surgical service/i.test(block.heading.item.disputed.text) || saysAncillary(block);
}

/** The rationale denies the item because the operation it goes with is denied. */
export function saysAncillary({ fields }: DecisionBlock): boolean {
  return ancillarySentence.test(fields.rationale.body.text);
}
