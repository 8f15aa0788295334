/** Many words as data that is loaded without being built: their text joined, the length of each as a UTF-16 unit, and a hash table. */
export interface WordTables {
  readonly text: string;
  readonly lengths: string;
  /** Open addressing: the number of a word plus one, 0 where there is none. As many slots as a power of two. */
  readonly slots: Int32Array;
}

/** Words by number, and numbers by word. */
export interface WordNumbers {
  readonly count: number;
  /** Undefined for a number that none has. */
  wordOf(number: number): string | undefined;
  numberOf(word: string): number | undefined;
}

/** Lays words out; each has its place in the list as its number. */
export function layOutWords(words: readonly string[]): WordTables {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(1.4 * words.length + 1)));
  const mask = slots.length - 1;
  for (const [number, word] of words.entries()) {
    let slot = hashOf(word) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  const lengths = words.map(({ length }) => String.fromCharCode(length)).join('');
  return { text: words.join(''), lengths, slots };
}

/** Reads words as they were laid out. A word is cut out of the text when it is asked for. */
export function readWords({ text, lengths, slots }: WordTables): WordNumbers {
  const count = lengths.length;
  const starts = new Int32Array(count + 1);
  for (let number = 0; number < count; number++)
    starts[number + 1] = (starts[number] as number) + lengths.charCodeAt(number);
  const mask = slots.length - 1;
  return {
    count,
    wordOf: (number) => (number >= 0 && number < count ? text.slice(starts[number], starts[number + 1]) : undefined),
    numberOf(word) {
      for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
        const number = (slots[slot] as number) - 1;
        if (number < 0) return undefined;
        if (lengths.charCodeAt(number) === word.length && text.startsWith(word, starts[number])) return number;
      }
    },
  };
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
  return hash ^ (hash >>> 15);
}
