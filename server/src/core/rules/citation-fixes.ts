import { suggestCitations } from '../analysis/citation-suggestions';
import type { Ask } from '../analysis/fact';
import { wrapParts } from '../model/layout';
import type { DecisionBlock } from '../model/letter';
import { replaceParts } from '../problem/edits';
import { citationTemplate } from '../problem/field-template';
import type { Fix } from '../problem/fix';
import { shorten } from '../text/shorten';
import { lineAt } from '../text/source-text';
import type { Span } from '../text/span';

/**
 * Returns fixes with the three best citations that the library has for an item, in place of `span`; if there are none, one with
 * places to fill in.
 */
export function citationFixes(ask: Ask, block: DecisionBlock, span: Span): Fix[] {
  const { layout, source, form } = ask.letter;
  const column = span.start - (source.lineStarts[lineAt(source, span.start)] ?? 0);
  const suggested = suggestCitations(ask, block).slice(0, 3);
  const written = suggested.map(({ title, parts }) => ({ title: `Cite ${shorten(title, 100)}`, parts }));
  return (written.length > 0 ? written : [{ title: 'Insert a citation', parts: citationTemplate(form) }]).map(
    ({ title, parts }) => ({ title, kind: 'review', edits: [replaceParts(span, wrapParts(parts, layout, column))] }),
  );
}
