import type { Form, FormSet } from './form';

/** The form whose marks weigh most in the reading text; the fallback where no mark is found. Ties go to the earlier form. */
export function detectForm(readingText: string, { forms, fallback }: FormSet): Form {
  let best = fallback;
  let bestWeight = 0;
  for (const form of forms) {
    const weight = form.marks.reduce((sum, mark) => sum + (readingText.includes(mark.text) ? mark.weight : 0), 0);
    if (weight > bestWeight) {
      best = form;
      bestWeight = weight;
    }
  }
  return best;
}
