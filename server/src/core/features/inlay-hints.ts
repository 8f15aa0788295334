import type { Ask } from '../analysis/fact';
import { namesIn } from '../analysis/names';
import { resolutionOf } from '../analysis/resolved-citations';
import { runningText } from '../analysis/running-text';
import { confidenceOf } from '../library/confidence';
import type { Citation } from '../model/citations';
import { type Reading, toSourceSpan } from '../text/reading';
import { overlaps, type Span } from '../text/span';
import { topicsPointedAt } from './cited-topics';
import { pageInWords, topicTitle } from './facts/topic';

/** A few words shown in the text without standing there, behind what they explain. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The generic name behind a brand at its first place in a section or field; the topic behind a page that is cited without one. */
export function inlayHintsOf(ask: Ask, within: Span): readonly InlayHint[] {
  const { letter } = ask;
  const prose = ask(runningText);
  const brands = prose.filter(({ span }) => overlaps(span, within)).flatMap((reading) => brandHints(ask, reading));
  const pages = letter.blocks
    .filter(({ span }) => overlaps(span, within))
    .flatMap((block) => block.citations.flatMap((citation) => pageHints(ask, citation)));
  return [...brands, ...pages]
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((a, b) => a.offset - b.offset);
}

function brandHints(ask: Ask, reading: Reading): InlayHint[] {
  const told = new Set<string>();
  return ask(namesIn, reading).flatMap((match): InlayHint[] => {
    const [id = '', other] = match.ids;
    const drug = match.kind === 'brand' && match.sure && other === undefined ? ask.library.drug(id) : undefined;
    if (!drug || told.has(id) || saysGeneric(reading.text, match.end, drug.generic)) return [];
    told.add(id);
    const { end } = toSourceSpan(reading, match);
    return [{ offset: end, label: `(${drug.generic})`, tooltip: `${match.name} is a brand of ${drug.generic}.` }];
  });
}

/** `Norco (hydrocodone/acetaminophen)` tells it by itself. */
function saysGeneric(text: string, end: number, generic: string): boolean {
  return text
    .slice(end, end + generic.length + 4)
    .toLowerCase()
    .includes(generic.toLowerCase());
}

function pageHints(ask: Ask, citation: Citation): InlayHint[] {
  const resolved = ask(resolutionOf, citation);
  return citation.parts.flatMap((part): InlayHint[] => {
    if (part.kind !== 'page') return [];
    const [found] = topicsPointedAt(resolved, part).filter(({ by }) => by === 'page');
    if (!found) return [];
    const { topic } = found;
    const isSure = confidenceOf(topic, 'pages') === 'seen';
    const page = Number(/\d{1,4}/.exec(part.text)?.[0]);
    return [
      {
        offset: part.span.end,
        label: `(${isSure ? '' : 'perhaps '}${topicTitle(topic)})`,
        tooltip: pageInWords(topic, [page, page]),
      },
    ];
  });
}
