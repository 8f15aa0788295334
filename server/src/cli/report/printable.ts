/** A letter's own control characters must not steer a terminal. */
const controls = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text as one line that is safe to print: white space is single, control and direction characters show as U+FFFD. */
export function printable(text: string): string {
  return text.replace(/[\t\n\v\f\r\x85]+/g, ' ').replace(controls, '\ufffd');
}
