import { caseSummary } from './case-summary';
import { fact } from './fact';
import { measuresIn } from './measures';
import { namesIn } from './names';
import { undecidedItems } from './undecided-items';

/** An item as the summary states it. */
export interface ItemOnRecord {
  /** As a heading would name it: `Zanaflex 4mg #30`. */
  readonly item: string;
  /** The summary speaks of it as in dispute, and no block decides it. */
  readonly isUndecided: boolean;
}

/** The items of the summary: those in dispute first, then every name with the amounts right behind it. Each once. */
export const itemsOnRecord = fact((ask): readonly ItemOnRecord[] => {
  const reading = ask(caseSummary)?.prose;
  if (!reading) return [];
  const measures = ask(measuresIn, reading);
  const endOfAmounts = (from: number): number => {
    let end = from;
    for (const measure of measures) {
      if (measure.start >= end && /^[ ,]{0,3}$/.test(reading.text.slice(end, measure.start))) end = measure.end;
    }
    return end;
  };
  const withAmounts = ask(namesIn, reading).flatMap((name): ItemOnRecord[] => {
    const end = endOfAmounts(name.end);
    return end > name.end ? [{ item: reading.text.slice(name.start, end), isUndecided: false }] : [];
  });
  const undecided = ask(undecidedItems).map(({ item }): ItemOnRecord => ({ item, isUndecided: true }));
  const seen = new Set<string>();
  return [...undecided, ...withAmounts].filter(({ item }) => {
    const key = item.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
});
