import { builtinForms } from '../../server/src/builtin/forms';
import type { Form } from '../../server/src/core/syntax/form';
import type { Span } from '../../server/src/core/text/span';

/** A form that ships. Throws where there is none of that id. */
export function formOf(id: string): Form {
  const form = builtinForms.forms.find((each) => each.id === id);
  if (!form) throw new RangeError(`There is no form ${id}.`);
  return form;
}

export function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

export function words(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
