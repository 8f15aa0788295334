import type { Form } from '../syntax/form';
import { patternsOf } from '../syntax/form-patterns';
import type { SeamPatterns } from '../syntax/seam-patterns';

/** The text begins as a sentence of a guideline field does: `Decision based on …`. */
export function opensStatement(text: string, form: Form): boolean {
  return patternsOf(form).wording.opener.test(text);
}

/** The text begins with words that stand for nothing, where something is to be stated: `n/a`. */
export function isUnstated(text: string, form: Form): boolean {
  return patternsOf(form).wording.unstated.test(text);
}

/** The text tells that only a part of a request stays open. */
export function namesRest(text: string, form: Form): boolean {
  return patternsOf(form).wording.request.rest.test(text);
}

/** Where citations of letters of the form were glued together. */
export function seamsOf(form: Form): SeamPatterns {
  return patternsOf(form).wording.seams;
}
