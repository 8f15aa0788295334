/** Control characters of a letter must not control a terminal. */
const controls = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Returns text as one line that is safe to print: white space is collapsed, control and direction characters become U+FFFD. */
export function printable(text: string): string {
  return text.replace(/[\t\n\v\f\r\x85]+/g, ' ').replace(controls, '\ufffd');
}
