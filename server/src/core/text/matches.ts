const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a global expression in a text: what `matchAll` gives, without the copy of the expression that it makes at
 * each call, which costs more than looking through a short text does. Throws a TypeError where the expression is not global.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('matchesIn needs a global expression');
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return found;
}
