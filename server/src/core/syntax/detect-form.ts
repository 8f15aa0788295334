import { holdsWords } from '../text/words';
import type { Form, FormSet } from './form';

/** The form whose marks weigh most in the text; the fallback where no mark is found. Ties go to the earlier form. */
export function detectForm(source: string, { forms, fallback }: FormSet): Form {
  let best = fallback;
  let bestWeight = 0;
  for (const form of forms) {
    const weight = form.marks.reduce((sum, mark) => sum + (holdsWords(source, mark.text) ? mark.weight : 0), 0);
    if (weight > bestWeight) {
      best = form;
      bestWeight = weight;
    }
  }
  return best;
}
