import type { Ask } from '../analysis/fact';
import { resolutionOf } from '../analysis/resolved-citations';
import { isShown } from '../library/confidence';
import type { GuidelineEntry } from '../library/entries';
import type { Library } from '../library/types';
import type { FieldStatement } from '../model/statements';
import { isEmpty, type Span } from '../text/span';

/** A place that opens a public page. */
export interface PublicLink {
  readonly span: Span;
  readonly address: string;
  readonly tooltip: string;
}

/**
 * The source that the standing words before a citation name (`MTUS` in `Decision based on MTUS`) leads to the official page of what is cited, where the pack has one.
 * The citation itself is left to the definition, which opens our own card.
 */
export function publicLinksOf(ask: Ask): readonly PublicLink[] {
  const statements = ask.letter.blocks.flatMap(({ fieldsInOrder }) =>
    fieldsInOrder.flatMap((field) => field.statements),
  );
  return statements.flatMap((statement) => {
    const guideline = publicGuideline(ask, statement);
    if (!guideline?.address || isEmpty(statement.opener)) return [];
    const span = sourceNamed(ask.letter.source.text, statement.opener);
    return [{ span, address: guideline.address, tooltip: `Official page: ${guideline.title}` }];
  });
}

/** `MTUS` or `Non-MTUS Citation` at the end of the standing words; all of them where neither is found. */
function sourceNamed(source: string, opener: Span): Span {
  const at = source.slice(opener.start, opener.end).search(/\b(?:Non|MTUS)/);
  return { start: opener.start + Math.max(0, at), end: opener.end };
}

/** The first of what is cited that has an official page, or is part of something that has one. */
function publicGuideline(ask: Ask, { citations }: FieldStatement): GuidelineEntry | undefined {
  const cited = citations.flatMap((citation) => ask(resolutionOf, citation).guideline ?? []);
  return cited
    .flatMap((guideline) => withWholes(ask.library, guideline))
    .find((guideline) => guideline.address && isShown(guideline, 'address'));
}

function withWholes(library: Library, guideline: GuidelineEntry): GuidelineEntry[] {
  const whole = library.guideline(guideline.parent ?? '');
  return whole ? [guideline, ...withWholes(library, whole)] : [guideline];
}
