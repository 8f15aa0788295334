const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Source of a pattern for a count in words: `three`, `twenty-four`, `twice`. */
export const countWords = `(?:(?:${tens.join('|')})(?:[- ](?:${units.slice(0, 9).join('|')}))?|${[...units].reverse().join('|')}|once|twice)`;

/** Source of a pattern for a count in digits (up to four) or words: `12`, `7.5`, `three`, `twenty-four`, `twice`. */
export const countPattern = `(?:\\d{1,4}(?:\\.\\d{1,2})?|${countWords})`;

/** What every text with a count holds: a cheap first look. */
const countWord = new RegExp(`\\d|${[...units, ...tens].join('|')}|once|twice|no|zero`, 'i');

/** False for a text in which neither `countPattern` nor `no` or `zero` is found. */
export function mayCount(text: string): boolean {
  return countWord.test(text);
}

/** `3`, `three`, `twenty-four`, `twice`; NaN for everything else. */
export function toNumber(text = ''): number {
  const word = text.trim().toLowerCase();
  if (/^\d/.test(word)) return Number(word);
  if (word === 'once') return 1;
  if (word === 'twice') return 2;
  if (word === 'no' || word === 'zero') return 0;
  const [first = '', second] = word.split(/[- ]/);
  if (tens.includes(first))
    return (tens.indexOf(first) + 2) * 10 + (second === undefined ? 0 : units.indexOf(second) + 1);
  const index = units.indexOf(first);
  return index < 0 ? Number.NaN : index + 1;
}
