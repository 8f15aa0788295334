import { type Card, type Library, ruleNamed, rules, toMarkdown, toPlainCard } from '../../core/index';
import { type Entry, findEntries } from '../../documents/entries';
import { createSettingsLookup } from '../check-letter';
import type { ExitCode, Invocation } from '../command';
import { didYouMean } from '../did-you-mean';
import { protectInputs } from '../files/protect-inputs';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Beyond this number, cards are only listed by name, and so are entries of another kind than the first. */
const mostCards = 3;

/** Runs `imr lookup TERM`: prints cards of drugs, treatments, guidelines, topics, and abbreviations, including a team's packs. */
export async function run({ operands, format, options }: Invocation, terminal: Terminal): Promise<ExitCode> {
  const term = operands.join(' ');
  if (term === '') throw new UsageError('imr lookup needs a term: imr lookup norco');
  // The packs of the current folder, as for a letter in it.
  const letter = { path: 'letter.txt', file: null };
  await protectInputs([letter], options, []);
  const settings = await createSettingsLookup(options, [])(letter);
  const entries = ruleNamed(term, rules) ? [] : findEntries(settings.library, term);
  const shown = entries.filter((entry) => kindOf(entry) === kindOf(entries[0])).slice(0, mostCards);
  if (format === 'json') terminal.print(toJson(term, entries));
  else if (entries.length > 0)
    terminal.print(
      toText(
        shown,
        entries.filter((entry) => !shown.includes(entry)),
        format,
      ),
    );
  if (entries.length === 0) terminal.complain(unknown(term, settings.library));
  return entries.length > 0 ? 0 : 1;
}

function unknown(term: string, library: Library): string {
  if (ruleNamed(term, rules)) return `${term} is a rule: imr explain ${term}`;
  const names = [
    ...library.drugs.flatMap(({ generic, brands = [] }) => [generic, ...brands]),
    ...library.treatments.map(({ name }) => name),
    ...library.guidelines.map(({ title }) => title),
  ];
  return `nothing found for "${term}"${didYouMean(term, names)}`;
}

function kindOf(entry: Entry | undefined): string | undefined {
  return entry?.path.split('/', 1)[0];
}

function toText(shown: readonly Entry[], others: readonly Entry[], format: string): string {
  const cards = shown.map(({ card }) => card);
  const set = format === 'markdown' ? (card: Card) => toMarkdown(card) : toPlainCard;
  const rule = format === 'markdown' ? '\n\n---\n\n' : `\n\n${'-'.repeat(72)}\n\n`;
  const names = others.map(({ path, card }) => `- ${card.title}: imr lookup ${path}`);
  const more = names.length === 0 ? '' : `${rule}${names.length} more\n\n${names.join('\n')}`;
  return `${cards.map(set).join(rule)}${more}\n`;
}

function toJson(term: string, entries: readonly Entry[]): string {
  const found = entries.map(({ path, card }) => ({ path, title: card.title, text: toPlainCard(card) }));
  return `${JSON.stringify({ schemaVersion: 1, term, entries: found }, null, 2)}\n`;
}
