/** Builds running text as a browser sets it: white space is single, and what separates lines counts once. */
export interface Flow {
  /** Adds text whose white space, also line ends, means one space. */
  words(text: string): void;
  /** Adds text as it is set. */
  preformatted(text: string): void;
  /** Ends the line. The next text begins behind at least this number of line ends. */
  end(lines: 1 | 2): void;
  /** Ends the line once more, up to one empty line. */
  lineBreak(): void;
  /** Without white space at its ends. */
  text(): string;
}

/** Returns a flow without text. */
export function createFlow(): Flow {
  const parts: string[] = [];
  let isEmpty = true;
  let ends = 0;
  let isSpaceDue = false;
  const add = (text: string): void => {
    if (!isEmpty && ends > 0) parts.push('\n'.repeat(ends));
    else if (!isEmpty && isSpaceDue) parts.push(' ');
    parts.push(text);
    isEmpty = false;
    ends = 0;
    isSpaceDue = false;
  };
  return {
    words(text) {
      const single = text.replace(/[\s\u00a0]+/g, ' ');
      const words = single.trim();
      if (single.startsWith(' ')) isSpaceDue = true;
      if (words !== '') add(words);
      if (words !== '' && single.endsWith(' ')) isSpaceDue = true;
    },
    preformatted(text) {
      if (text !== '') add(text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' '));
    },
    end(lines) {
      ends = Math.max(ends, lines);
    },
    lineBreak() {
      ends = Math.min(2, ends + 1);
    },
    text: () => parts.join('').trim(),
  };
}
