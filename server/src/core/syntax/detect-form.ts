import { holdsWords } from '../text/words';
import type { Form, FormSet } from './form';

/**
 * The form whose marks weigh most in the text; the fallback where no mark is found. Ties go to the earlier form. A chosen form counts
 * where the text bears no marks, and where it bears those of the form whose layout the chosen one has without marks of its own. A text
 * with the marks of any other form is read as what it is.
 */
export function detectForm(source: string, { forms, fallback, chosen }: FormSet): Form {
  let best = fallback;
  let bestWeight = 0;
  for (const form of forms) {
    const weight = form.marks.reduce((sum, mark) => sum + (holdsWords(source, mark.text) ? mark.weight : 0), 0);
    if (weight > bestWeight) {
      best = form;
      bestWeight = weight;
    }
  }
  if (!chosen) return best;
  const looksTheSame = chosen.marks.length === 0 && chosen.extends === best.id;
  return best === fallback || looksTheSame ? chosen : best;
}
