/** At most `longest` UTF-16 units of a text, for titles and lists: cut at a word's end where one is near, an ellipsis behind it. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const wordEnd = text.lastIndexOf(' ', longest - 1);
  const end = wordEnd > longest / 2 ? wordEnd : longest - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
