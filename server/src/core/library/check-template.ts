import { templateNames } from './template-text';

/** A mistake in a template; `key` is where: `text`, `choice`, `options/documented`, or empty for the template as a whole. */
export interface TemplateMistake {
  readonly key: readonly string[];
  readonly message: string;
}

type Entry = Readonly<Record<string, unknown>>;

/** What the schema cannot say of a template: which keys go together, and how places and choices are written. */
export function checkTemplate(entry: Entry): readonly TemplateMistake[] {
  const { choice, options } = entry;
  const texts = ['text', 'upheld', 'overturned'].filter((key) => typeof entry[key] === 'string');
  const hasChoice = choice !== undefined || options !== undefined;
  const isMixed = (hasChoice && texts.length > 0) || (texts.includes('text') && texts.length > 1);
  if (isMixed) return [{ key: [], message: 'takes "text", or "upheld" and "overturned", or "choice" with "options"' }];
  if (!hasChoice) return texts.flatMap((key) => mistakesIn([key], entry[key] as string, true));
  if (typeof choice !== 'string') return [{ key: ['options'], message: '"options" need a "choice"' }];
  if (typeof options !== 'object' || options === null)
    return [{ key: ['choice'], message: '"choice" needs "options"' }];
  return checkChoice(choice, options as Entry);
}

function checkChoice(choice: string, options: Entry): TemplateMistake[] {
  const listed = Object.entries(options);
  const names: [readonly string[], string][] = [
    [['choice'], choice],
    ...listed.map(([word]): [readonly string[], string] => [['options', word], word]),
  ];
  return [
    ...(listed.length < 2 ? [{ key: ['options'], message: 'a choice needs at least two options' }] : []),
    ...names.flatMap(([key, words]) =>
      /[[\]{}|]/.test(words) ? [{ key, message: `"${words}" must not contain brackets, braces or "|"` }] : [],
    ),
    ...listed.flatMap(([word, text]) => (typeof text === 'string' ? mistakesIn(['options', word], text, false) : [])),
  ];
}

function mistakesIn(key: readonly string[], text: string, mayChoose: boolean): TemplateMistake[] {
  const rest = text.replace(/\[[^[\]]+\]/g, '');
  const unknown = [...text.matchAll(/\{(\w*)\}/g)].find(([, name]) => !templateNames.some((known) => known === name));
  const places = [...text.matchAll(/\[([^[\]]+)\]/g)].map(([, place = '']) => place);
  const tight = places.find((place) => /\S\||\|\S/.test(place));
  const nested = mayChoose ? undefined : places.find((place) => place.includes('|'));
  const messages = [
    /[[\]]/.test(rest) && 'a bracket is not closed, or is empty',
    unknown && `{${unknown[1]}} is not known; known are ${templateNames.map((name) => `{${name}}`).join(', ')}`,
    tight !== undefined &&
      `write the choice with spaces: [${tight
        .split('|')
        .map((word) => word.trim())
        .join(' | ')}]`,
    nested !== undefined && `an option is a whole sentence and holds no choice: [${nested}]`,
  ];
  return messages.flatMap((message) => (message ? [{ key, message }] : []));
}
