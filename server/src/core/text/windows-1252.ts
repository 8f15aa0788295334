/** The characters of bytes 0x80 to 0x9F; a space stands for the five bytes that the code page leaves free. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const bytes = new Map(
  [...upper].flatMap((character, i) => (character === ' ' ? [] : [[character, 0x80 + i] as const])),
);

/** The character of a byte, or undefined for a byte that Windows-1252 leaves free (81, 8D, 8F, 90, 9D). */
export function fromWindows1252(byte: number): string | undefined {
  if (byte < 0x80 || byte > 0x9f) return String.fromCharCode(byte);
  const character = upper.charAt(byte - 0x80);
  return character === ' ' ? undefined : character;
}

/** The byte of a character (one UTF-16 unit), or undefined where Windows-1252 has none. */
export function toWindows1252(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return code < 0x80 || (code > 0x9f && code < 0x100) ? code : bytes.get(character);
}
