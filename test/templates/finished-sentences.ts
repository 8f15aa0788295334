import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Entry {
  readonly options?: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, '../../server/data/templates');

/** The options of all choices of the packs, with `day` where a date is to be filled in; other places stay in brackets. */
export function finishedSentences(day: string): readonly string[] {
  const entries = readdirSync(folder).flatMap((file) => entriesOf(parse(readFileSync(join(folder, file), 'utf8'))));
  return entries.flatMap(({ options = {} }) =>
    Object.values(options).map((sentence) => sentence.replaceAll('[date]', day)),
  );
}

/** All objects with options, however deep. */
function entriesOf(value: unknown): readonly Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'options' in value && !Array.isArray(value.options) ? [value as Entry] : [];
  return [...own, ...Object.values(value).flatMap(entriesOf)];
}
