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

/** How much of a text is looked at to tell a letter. */
const sniffedLength = 8192;

/** True when the text's first 8 KB hold two or more headings of a letter form. */
export function looksLikeLetter(text: string, { forms }: FormSet): boolean {
  const start = text.slice(0, sniffedLength).toUpperCase().replace(/\s+/g, ' ');
  const headings = new Set(forms.flatMap((form) => form.sections.flatMap((section) => section.headings)));
  let found = 0;
  for (const heading of headings) if (start.includes(heading) && ++found === 2) return true;
  return false;
}
