// A letter that somebody else saves while it is being fixed. The command runs in this process, so that the moment can be chosen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LetterText } from '../../server/src/cli/files/sources';
import { soundLetter } from './letters';

const saving = vi.hoisted(() => ({ now: (_: string): void => undefined }));

vi.mock('../../server/src/cli/check-letter', async (original) => {
  const real = await original<typeof import('../../server/src/cli/check-letter')>();
  const createLetterCheck: typeof real.createLetterCheck = async (options, operands) => {
    const check = await real.createLetterCheck(options, operands);
    return (letter: LetterText) => {
      saving.now(letter.file ?? '');
      return check(letter);
    };
  };
  return { ...real, createLetterCheck };
});

const faulty = soundLetter.replace('the records show', 'the the records show');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-changed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is left as it was saved, reported, and not counted', async () => {
  const { run } = await import('../../server/src/cli/commands/fix');
  const letters = ['a.txt', 'b.txt'].map((name) => join(folder, name));
  for (const letter of letters) writeFileSync(letter, faulty);
  const theirs = `${faulty}\nA line that somebody added.\n`;
  saving.now = (file) => {
    if (file === letters[0]) writeFileSync(file, theirs);
  };
  const said = { printed: '', complaints: [] as string[], notes: [] as string[] };
  const code = await run({ operands: letters, format: '', options: {} }, {
    print: (text: string) => {
      said.printed += text;
    },
    complain: (message: string) => said.complaints.push(message),
    note: (message: string) => said.notes.push(message),
    progress: () => undefined,
  } as unknown as Parameters<typeof run>[1]);
  expect(code).toBe(2);
  expect(readFileSync(letters[0] ?? '', 'utf8')).toBe(theirs);
  expect(readFileSync(letters[1] ?? '', 'utf8')).toBe(soundLetter);
  expect(said).toEqual({
    printed: `${letters[1]}: 1 problem fixed\n`,
    complaints: [`${letters[0]}: not fixed, because it changed in the meantime; run imr fix again`],
    notes: ['1 fixed'],
  });
});
