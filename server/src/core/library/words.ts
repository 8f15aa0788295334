/** When so many words, or UTF-16 units of them, are known, the next text begins anew. */
const mostWords = 50_000;
const mostUnits = 500_000;

/** The different words of texts, numbered from 1 by their spelling: what is asked about a word is worked out once. */
export class Words {
  count = 0;
  #slots = new Int32Array(4096);
  #hashes = new Int32Array(1024);
  /** Of word n the units `[starts[n], starts[n + 1])`. */
  #starts = new Int32Array(1024);
  #units = new Uint16Array(8192);

  /** The number of the token `text[start, end)`; `hash` as `readToken` gives it. */
  numberOf(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = slots[slot] as number;
      if (this.#hashes[number] === hash && this.#is(number, text, start, end)) return number;
    }
    return this.#add(text, start, end, hash, slot);
  }

  text(number: number): string {
    let text = '';
    for (const unit of this.#units.subarray(this.#starts[number], this.#starts[number + 1]))
      text += String.fromCharCode(unit);
    return text;
  }

  hash(number: number): number {
    return this.#hashes[number] as number;
  }

  get isFull(): boolean {
    return this.count >= mostWords || (this.#starts[this.count + 1] as number) >= mostUnits;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== end - start) return false;
    const units = this.#units;
    for (let i = start; i < end; i++) if (units[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = ++this.count;
    if (number + 2 > this.#hashes.length) {
      this.#hashes = enlarged(this.#hashes, 2 * this.#hashes.length);
      this.#starts = enlarged(this.#starts, 2 * this.#starts.length);
    }
    const from = this.#starts[number] as number;
    const to = from + end - start;
    if (to > this.#units.length) {
      const units = new Uint16Array(2 * to);
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = start; i < end; i++) this.#units[from + i - start] = text.charCodeAt(i);
    this.#starts[number + 1] = to;
    this.#hashes[number] = hash;
    this.#slots[slot] = number;
    if (number * 3 > this.#slots.length) this.#spread();
    return number;
  }

  /** Twice as many slots. */
  #spread(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 1; number <= this.count; number++) {
      let slot = (this.#hashes[number] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

let current = new Words();

/** The words of this process; new ones for a text that comes when there were too many. */
export function wordsForText(): Words {
  if (current.isFull) current = new Words();
  return current;
}

/** A number about each word, worked out when the word is first asked about. */
export function byWord(find: (word: string, hash: number) => number): (words: Words, number: number) => number {
  let about: Words | undefined;
  let known = new Int32Array(0);
  let isKnown = new Uint8Array(0);
  const learn = (words: Words, number: number): number => {
    if (words !== about || number >= known.length) {
      const room = 2 * words.count + 1;
      known = words === about ? enlarged(known, room) : new Int32Array(room);
      const flags = new Uint8Array(room);
      if (words === about) flags.set(isKnown);
      isKnown = flags;
      about = words;
    }
    const answer = find(words.text(number), words.hash(number));
    isKnown[number] = 1;
    known[number] = answer;
    return answer;
  };
  return (words, number) =>
    words === about && isKnown[number] === 1 ? (known[number] as number) : learn(words, number);
}

export function enlarged(numbers: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(room);
  more.set(numbers);
  return more;
}
