import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import { createTextMemory, type TextMemory } from '../../server/src/core/index';

/** As many texts as a check of a long letter asks about: 5,000,000 UTF-16 units. */
const texts = Array.from({ length: 5000 }, (_, i) => `${i}`.padEnd(1000));

function note(memory: TextMemory): void {
  for (const text of texts) memory.notesOn(text, builtinLibrary).set(texts, true);
}

function noted(memory: TextMemory): number {
  return texts.filter((text) => memory.notesOn(text, builtinLibrary).has(texts)).length;
}

describe('the memory of texts', () => {
  it('forgets texts that were not asked for since many others came', () => {
    const memory = createTextMemory();
    note(memory);
    expect(noted(memory)).toBeLessThan(texts.length);
  });

  it('keeps all texts of a long letter from one version to the next', () => {
    const memory = createTextMemory();
    memory.makeRoomFor(1_000_000);
    note(memory);
    expect(noted(memory)).toBe(texts.length);
    note(memory);
    expect(noted(memory)).toBe(texts.length);
  });
});
