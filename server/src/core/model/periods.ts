/** Source of a pattern for days and longer periods that treatment is counted by: `days`, `wk`. */
export const days = 'days?|weeks?|wks?|months?';

/** Which of them is meant, or an hour. */
export function toPeriod(word: string): 'hour' | 'day' | 'week' | 'month' {
  switch (word.charAt(0).toLowerCase()) {
    case 'h':
      return 'hour';
    case 'd':
      return 'day';
    default:
      return /^w/i.test(word) ? 'week' : 'month';
  }
}
