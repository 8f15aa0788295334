import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { encodeLetter } from '../../server/src/workspace/decode';
import { openDesk } from './imr';
import { soundLetter } from './letters';

const desk = openDesk();
const read = (name: string) => readFileSync(join(desk.folder, name), 'utf8');

/** `is is` and a comma without its space: two findings with a safe fix. */
const faulty = soundLetter
  .replace('the records show', 'the the records show')
  .replace('pain and function', 'pain,and function');

describe('imr fix', { timeout: 60_000 }, () => {
  it('applies safe fixes and nothing else, and a second run changes nothing', () => {
    desk.write('a.txt', faulty);
    expect(desk.imr(['fix', 'a.txt'])).toEqual({ code: 0, out: 'a.txt: 2 problems fixed\n', err: '2 fixed\n' });
    expect(read('a.txt')).toBe(soundLetter.replace('pain and function', 'pain, and function'));
    expect(desk.imr(['fix', 'a.txt'])).toEqual({ code: 0, out: '', err: '0 fixed\n' });
  });

  it('shows a diff that applies, and writes nothing, under --dry-run', () => {
    const text = faulty.replaceAll('\n', '\r\n');
    desk.write('dry.txt', text);
    const { code, out } = desk.imr(['fix', '--dry-run', 'dry.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/^--- a\/dry\.txt\n\+\+\+ b\/dry\.txt\n@@ /);
    expect(read('dry.txt')).toBe(text);
    const patched = applyPatch(text, out, { autoConvertLineEndings: false });
    desk.imr(['fix', 'dry.txt']);
    expect(read('dry.txt')).toBe(patched);
  });

  it('keeps the encoding and the line ends of a file', () => {
    const text = faulty.replace('She has', 'She says “no” and has').replaceAll('\n', '\r\n');
    for (const encoding of ['utf-8-bom', 'utf-16le', 'windows-1252'] as const) {
      desk.write('encoded.txt', encodeLetter(text, encoding) ?? '');
      expect(desk.imr(['fix', 'encoded.txt']).code).toBe(0);
      const expected = text.replace('the the', 'the').replace('pain,and', 'pain, and');
      const bytes = readFileSync(join(desk.folder, 'encoded.txt'));
      expect(bytes.equals(encodeLetter(expected, encoding) ?? Buffer.of()), encoding).toBe(true);
    }
  });

  it('prints standard input, fixed', () => {
    const run = desk.imr(['fix', '-', '--quiet'], { input: faulty });
    expect(run).toEqual({ code: 0, out: soundLetter.replace('pain and function', 'pain, and function'), err: '' });
    expect(desk.imr(['fix', '-'], { input: soundLetter }).out).toBe(soundLetter);
  });

  it('leaves alone what is switched off, suppressed or left out', () => {
    desk.write('off/.imr.yaml', 'rules: {doubled-word: off, run-on: off}\n');
    desk.write('off/a.txt', faulty);
    desk.write('out/.imr.yaml', 'ignore: ["*.txt"]\n');
    desk.write('out/a.txt', faulty);
    expect(desk.imr(['fix', 'off', 'out']).err).toBe('0 fixed\n');
    expect(read('off/a.txt')).toBe(faulty);
    expect(read('out/a.txt')).toBe(faulty);
    expect(desk.imr(['fix', '--no-config', 'off']).err).toBe('2 fixed\n');
  });
});
