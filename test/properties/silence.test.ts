// While a block is typed key by key, a finding in it appears only once its sentence is left, and then stays.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, createTextMemory, lintLetter, type Problem, readLetter, rules } from '../../server/src/core/index';
import { ShownFindings } from '../../server/src/lsp/shown-findings';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

/** A letter in which a person writes, as the server sees it. */
class Desk {
  text: string;
  readonly findings = new ShownFindings(true);
  readonly #memory = createTextMemory();

  constructor(text: string) {
    this.text = text;
  }

  replace(start: number, end: number, newText: string): void {
    this.text = this.text.slice(0, start) + newText + this.text.slice(end);
    this.findings.edit([{ span: { start, end }, newText }]);
  }

  /** All that is true of the text. */
  check() {
    const ask = askAbout(readLetter(this.text, builtinForms), builtinLibrary, this.#memory);
    return { ask, problems: lintLetter(ask, rules).problems };
  }

  shown(): readonly Problem[] {
    return this.findings.show(this.check());
  }
}

/** A finding by its rule and place. Offsets before the caret stay while somebody writes on. */
const nameOf = ({ code, span }: Problem) => `${code} at ${span.start}`;

/** Words behind the end of a sentence, a paragraph or a label. */
const leaves =
  /[.!?\]]["”’)\]]*\s+\S|[.!?][^\S\n]*\n[^\S\n]*\n|\.[A-Z]|\n[^\S\n]*\n\s*\S|:\s+\S|(?:Upheld|Overturned)\s+\S/;

/** Types `block` at `start` key by key, and returns what has appeared in it on the way. */
function typeBlock(letter: string, start: number, block: string): readonly string[] {
  const desk = new Desk(letter);
  const before = new Set(desk.shown().map(nameOf));
  const seen = new Set<string>();
  for (let length = 1; length <= block.length; length++) {
    const caret = start + length;
    desk.replace(caret - 1, caret - 1, block.charAt(length - 1));
    desk.findings.move(caret);
    const inside = desk.shown().filter(({ span }) => span.start >= start && span.start <= caret);
    const last = `${desk.text.slice(caret - 60, caret)}|`;
    for (const problem of inside) {
      const name = nameOf(problem);
      if (seen.has(name) || before.has(name)) continue;
      expect(desk.text.slice(problem.span.start, caret), `${name} appears: ${last}`).toMatch(leaves);
      seen.add(name);
    }
    const now = new Set(inside.map(nameOf));
    for (const name of seen) expect(now.has(name), `${name} goes: ${last}`).toBe(true);
  }
  desk.findings.move(0);
  const left = desk.shown().map(nameOf);
  desk.findings.release();
  expect(left, 'the caret has left the block').toEqual(desk.shown().map(nameOf));
  return [...seen];
}

/** Takes a block out and types it again. */
function retype(letter: string, index: number): readonly string[] {
  const block = readLetter(letter, builtinForms).blocks[index];
  if (!block) throw new Error(`no block ${index}`);
  const { start, end } = block.span;
  const typed = letter.slice(start, end).trimEnd();
  return typeBlock(letter.slice(0, start) + letter.slice(start + typed.length), start, typed);
}

/** Slips of the kinds that findings show, one in each sentence. */
const careless = `Knee brace, left knee: Upheld

Claims Administartor guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care , page 340 340.

Decision rationale: The the guideline asks for instability.None is shown on examination of 13/45/2015. The injured worker recieved a
brace before. The dose is [dose]. He was was given two visits. The request for a knee brace is medically necessary.`;

const own = [...sampleLetters(), ...fictionalLetters().filter(({ name }) => /^201[45]-/.test(name))];
const published = readSharedLetters(root);

describe('a block that is typed key by key', () => {
  it.each(own.map(({ name, text }) => [name, text] as const))(
    'shows in %s only what the caret has left',
    (_, text) => {
      retype(text, 0);
    },
    120_000,
  );

  it.each(sampleLetters().map(({ name, text }) => [name, text] as const))(
    'shows its slips in %s, each once',
    (_, text) => {
      const appeared = typeBlock(`${text.trimEnd()}\n\n`, text.trimEnd().length + 2, careless);
      const codes = new Set(appeared.map((name) => name.slice(0, 6)));
      expect([...codes]).toEqual(expect.arrayContaining(['IMR502', 'IMR503', 'IMR507']));
    },
    120_000,
  );

  it.skipIf(published.length === 0)(
    'shows in published letters only what the caret has left',
    () => {
      for (const { text } of published.filter((_, i) => i % 24 === 7)) retype(text, 0);
    },
    240_000,
  );
});

describe('findings', () => {
  const [, letter] = sampleLetters();
  const text = letter?.text ?? '';
  const codesOf = (desk: Desk) =>
    desk
      .shown()
      .map(({ code }) => code)
      .sort();
  const at = (words: string) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`not in the sample: ${words}`);
    return start;
  };
  const start = (): { desk: Desk; place: number; shown: readonly string[] } => {
    const desk = new Desk(text);
    return { desk, place: at('Decision rationale: ') + 'Decision rationale: '.length, shown: codesOf(desk) };
  };

  it('wait in the sentence of the caret, and appear when it goes on', () => {
    const { desk, place, shown } = start();
    desk.replace(place, place, 'It is is short. ');
    desk.findings.move(place + 15);
    expect(codesOf(desk)).toEqual(shown);
    desk.findings.move(place + 40);
    expect(codesOf(desk)).toEqual([...shown, 'IMR502'].sort());
  });

  it('go at once where the sentence is mended', () => {
    const { desk, place, shown } = start();
    desk.replace(place, place, 'It is is short. ');
    desk.findings.release();
    expect(codesOf(desk)).toContain('IMR502');
    desk.replace(place + 5, place + 8, '');
    expect(codesOf(desk)).toEqual(shown);
  });

  it('are all due once the waiting has ended', () => {
    const { desk, place } = start();
    desk.replace(place, place, 'It is is short. ');
    desk.findings.release();
    expect(codesOf(desk)).toEqual(
      desk
        .check()
        .problems.map(({ code }) => code)
        .sort(),
    );
  });

  it('wait in a template until a sentence is written, and all are due when the caret leaves it', () => {
    const { desk, place, shown } = start();
    const template = 'Examination of [date] shows [findings]. It was was done. Relief lasted [number] hours. ';
    desk.replace(place, place, template);
    desk.findings.move(place + 16);
    expect(codesOf(desk)).toEqual(shown);
    desk.replace(place + 15, place + 21, '9-15-15');
    desk.findings.move(place + 50);
    expect(codesOf(desk), 'one place of the first sentence is open').toEqual(shown);
    desk.findings.move(0);
    expect(codesOf(desk)).toEqual(expect.arrayContaining(['IMR502', 'IMR509']));
  });
});
