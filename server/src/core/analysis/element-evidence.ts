import type { ElementEntry } from '../library/entries';
import type { DecisionBlock } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import { contains, type Span, spanAround } from '../text/span';
import { conceptsIn } from './concepts';
import { conclusionOf, conclusionsOf, openConclusionOf } from './conclusions';
import { cuePlacesIn } from './cue-index';
import type { Ask } from './fact';
import { mentionsIn } from './item-mentions';
import { openSentencesIn } from './open-texts';
import { voicesIn } from './sentence-voices';

/** The first words of a rationale on an element, by what kind of sentence holds them. Spans of the source. */
export interface Evidence {
  readonly stated?: Span;
  readonly recited?: Span;
  readonly open?: Span;
}

/** What a block's rationale says on an element. */
export function evidenceOf(ask: Ask, block: DecisionBlock, element: ElementEntry): Evidence {
  const structure = structures[element.id];
  const found = structure?.(ask, block);
  return found?.stated ? found : { ...cuedEvidence(ask, block, element), ...found };
}

function cuedEvidence(ask: Ask, { fields }: DecisionBlock, { cues = [] }: ElementEntry): Evidence {
  const { body } = fields.rationale;
  const placesOf = ask(cuePlacesIn, body);
  let [stated, recited, open]: (Span | undefined)[] = [];
  for (const cue of ask(conceptsIn, body).cuesAmong(cues)) {
    const places = placesOf(cue);
    stated = earlier(stated, places.stated);
    recited = earlier(recited, places.recited);
    open = earlier(open, places.open);
  }
  const inSource = (place: Span | undefined): Span | undefined => place && toSourceSpan(body, place);
  return evidence(inSource(stated), inSource(recited), inSource(open));
}

function earlier(a: Span | undefined, b: Span | undefined): Span | undefined {
  return a === undefined || (b !== undefined && b.start < a.start) ? b : a;
}

/** Elements that the shape of the rationale shows, beside their cues. */
const structures: Readonly<Record<string, (ask: Ask, block: DecisionBlock) => Evidence>> = {
  conclusion: (ask, block) => evidence(ask(conclusionOf, block)?.phrase, undefined, ask(openConclusionOf, block)),
  'item-named': itemNamed,
  facts: factsOfCase,
  criterion: criterionOfSource,
};

/** The item's own name in a sentence that decides. */
function itemNamed(ask: Ask, block: DecisionBlock): Evidence {
  const { body } = block.fields.rationale;
  const deciding = ask(conclusionsOf, block).map(({ span }) => span);
  const names = namesOfItem(ask, block);
  const open = ask(openSentencesIn, body);
  const isOpen = (name: Span): boolean => spanAround(open, name) !== undefined;
  const stated = names.filter((name) => deciding.some((sentence) => contains(sentence, toSourceSpan(body, name))));
  return evidence(firstOf(body, stated), undefined, firstOf(body, names.filter(isOpen)));
}

/** In the rationale: its names or, of an item that the library does not know, the longest word of its heading. */
function namesOfItem(ask: Ask, block: DecisionBlock): readonly Span[] {
  const { body } = block.fields.rationale;
  const { disputed } = block.heading.item;
  if (ask(mentionsIn, block, disputed).length > 0) return ask(mentionsIn, block, body);
  const words = disputed.text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const longest = words.sort((a, b) => b.length - a.length)[0];
  const at = longest === undefined ? -1 : body.text.toLowerCase().lastIndexOf(longest);
  return at < 0 ? [] : [{ start: at, end: at + (longest?.length ?? 0) }];
}

/** A sentence about this case that neither decides nor advises. */
function factsOfCase(ask: Ask, block: DecisionBlock): Evidence {
  const { body } = block.fields.rationale;
  const deciding = ask(conclusionsOf, block).map(({ span }) => span.start);
  const sentences = ask(voicesIn, body).filter(({ voice, advises }) => voice === 'case' && !advises);
  const open = ask(openSentencesIn, body);
  const telling = sentences.filter((each) => !deciding.includes(toSourceSpan(body, each).start));
  const isOpen = (sentence: Span): boolean => spanAround(open, sentence) !== undefined;
  return evidence(
    firstOf(
      body,
      telling.filter((each) => !isOpen(each)),
    ),
    undefined,
    firstOf(body, telling.filter(isOpen)),
  );
}

/** A sentence in which a guideline speaks, or that holds for patients in general. */
function criterionOfSource(ask: Ask, { fields }: DecisionBlock): Evidence {
  const { body } = fields.rationale;
  const open = ask(openSentencesIn, body);
  const recited = ask(voicesIn, body).filter(
    (each) => (each.voice === 'guideline' || each.voice === 'patients-in-general') && !spanAround(open, each),
  );
  return evidence(firstOf(body, recited), undefined, undefined);
}

function evidence(stated: Span | undefined, recited: Span | undefined, open: Span | undefined): Evidence {
  return { ...(stated && { stated }), ...(recited && { recited }), ...(open && { open }) };
}

function firstOf(reading: Reading, places: readonly Span[]): Span | undefined {
  const first = places.reduce<Span | undefined>(earlier, undefined);
  return first && toSourceSpan(reading, first);
}
