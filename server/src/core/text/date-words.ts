const months = 'January February March April May June July August September October November December'.split(' ');

/** `July 18, 2009` of an ISO date; as much of it as the date gives. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}
