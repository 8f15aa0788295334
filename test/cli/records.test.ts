// Records in, results out: one for each, in order, whatever the records hold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { recordLines } from '../../server/src/cli/files/record-lines';
import { runCommandLine } from '../../server/src/cli/run';
import { root } from '../project';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, `docs/json/${name}.schema.json`), 'utf8'));
const record = (id: unknown, text: unknown): string => JSON.stringify({ id, text });
const check = (input: string | Uint8Array, ...args: string[]) => desk.imr(['check', '--records', ...args], { input });
const results = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** Each with the result that it must have; null: a letter that is checked. */
const hostile: readonly (readonly [string | Uint8Array, string | number | null, string | null])[] = [
  [record('sound', soundLetter), 'sound', null],
  ['{"id": "open', null, 'not JSON'],
  ['{"text": "SECRET", "id": nope}', null, 'not JSON'],
  ['[1, 2]', null, 'not an object'],
  ['null', null, 'not an object'],
  ['"text"', null, 'not an object'],
  ['['.repeat(100_000), null, 'not JSON'],
  ['{"text": "x"}', null, 'its id is not a string or a whole number up to 9007199254740991'],
  [record({ a: 1 }, 'x'), null, 'its id is not a string or a whole number up to 9007199254740991'],
  ['{"id": 12345678901234567890, "text": ""}', null, 'its id is not a string or a whole number up to 9007199254740991'],
  [record('no text', undefined), 'no text', 'its text is not a string'],
  [record(7, 8), 7, 'its text is not a string'],
  [new Uint8Array([0x22, 0xff, 0x22]), null, 'not UTF-8'],
  ['{"id": "half a pair", "text": "\\ud800 \\u0000"}', 'half a pair', null],
  ['{"id": "__proto__", "text": "", "__proto__": {"text": 1}}', '__proto__', null],
  [record('../../../etc/\u001b[2J\n', ''), '../../../etc/\u001b[2J\n', null],
  [record(0, unconcludedLetter), 0, null],
  [record('sound', soundLetter), 'sound', null],
];
const hostileInput = Buffer.concat(hostile.flatMap(([line]) => [Buffer.from(line as Uint8Array), Buffer.from('\r\n')]));

describe('imr check --records', { timeout: 120_000 }, () => {
  it('gives each record the result of a file of ndjson, with its id', () => {
    desk.write('a.txt', unconcludedLetter);
    const file = JSON.parse(desk.imr(['check', 'a.txt', '--format', 'ndjson', '--no-config']).out);
    const { code, out, err } = check(`${record('a', soundLetter)}\n\n${record(2, unconcludedLetter)}`);
    expect([code, err]).toEqual([1, '']);
    expect(results(out).map(({ id }) => id)).toEqual(['a', 2]);
    expect(results(out)[1]).toEqual({ id: 2, ...file, path: '2' });
    expect(check(record('a', soundLetter)).code).toBe(0);
    expect(check('')).toEqual({ code: 0, out: '', err: '' });
  });

  it('answers what is no record with an error in its place, and quotes nothing of it', () => {
    const { code, out, err } = check(hostileInput);
    expect(code).toBe(2);
    expect(results(out).map(({ id, error = null }) => [id, error])).toEqual(
      hostile.map(([, id, error]) => [id, error]),
    );
    expect(out).not.toContain('SECRET');
    const unread = hostile.filter(([, , error]) => error !== null).length;
    expect(err).toBe(`imr: ${unread} records could not be read\n`);
  });

  it('writes what the schema says', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
    ajv.addSchema(schemaOf('check'), 'check.schema.json');
    const validate = ajv.compile(schemaOf('records'));
    for (const result of results(check(hostileInput, '--min-severity', 'hint').out)) {
      expect([validate(result), validate.errors]).toEqual([true, null]);
    }
    expect(validate({ id: 'a' })).toBe(false);
    expect(validate({ error: 'no id' })).toBe(false);
  });

  it('writes the same in several threads, and for files', () => {
    const letters = Array.from({ length: 40 }, (_, i) => record(i, i % 3 === 0 ? soundLetter : unconcludedLetter));
    const input = Buffer.concat([Buffer.from(`\ufeff${letters.join('\n')}\n`), hostileInput]);
    const alone = check(input);
    expect(results(alone.out)).toHaveLength(40 + hostile.length);
    expect(check(input, '--jobs', '3')).toEqual(alone);
    desk.write('one.ndjson', letters.join('\n'));
    desk.write('two.ndjson', hostileInput);
    expect(check('', 'one.ndjson', 'two.ndjson')).toEqual(alone);
    const { code, out, err } = check('', 'none.ndjson', '.', 'one.ndjson');
    expect([code, results(out).length]).toEqual([2, 40]);
    expect(err).toBe('imr: none.ndjson: no such file or folder\nimr: .: is a folder\n');
  });

  it('has the settings of --config and of no folder', () => {
    desk.write('.imr.yaml', 'rules: {missing-conclusion: hint}\nignore: ["**"]\n');
    desk.write('.imr/suppressions.json', '{"broken"');
    const input = record('a', unconcludedLetter);
    expect([check(input).code, check(input, '--no-config').code]).toEqual([1, 1]);
    expect(check(input).err).toBe('');
    const configured = check(input, '--config', '.imr.yaml');
    expect([configured.code, results(configured.out).length, configured.err]).toEqual([0, 1, '']);
    expect(check(input, '--only', 'IMR101', '--fail-on', 'hint').code).toBe(0);
  });

  it.each([['--changed'], ['--watch'], ['--baseline', 'b'], ['--format', 'csv'], ['--stdin-filename', 'a.txt']])(
    'refuses %s',
    (...args) =>
      expect(check('', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--records') }),
  );

  it('never replaces what it reads', () => {
    desk.write('in.ndjson', record('a', soundLetter));
    expect(check('', 'in.ndjson', '-o', 'in.ndjson').code).toBe(2);
    expect(desk.read('in.ndjson')).toBe(record('a', soundLetter));
  });
});

describe('a stream of records', () => {
  const run = async (jobs: readonly string[], stdout: { writableNeedDrain?: boolean }) => {
    let read = 0;
    let written = 0;
    let furthest = 0;
    let drain: (() => void) | undefined;
    async function* stdin() {
      for (; read < 60; read++) {
        furthest = Math.max(furthest, read - written);
        yield Buffer.from(`${record(read, 'No letter.')}\n`);
      }
    }
    const code = runCommandLine(['check', '--records', ...jobs], {
      stdin: stdin(),
      stdout: {
        ...stdout,
        write: () => written++,
        once: (_, listener) => {
          drain = listener;
        },
      },
      stderr: { write: () => true },
      env: {},
      threadModule: desk.cli,
    });
    return { code, drain: () => drain, read: () => read, written: () => written, furthest: () => furthest };
  };

  it('is read as far ahead as the threads need, and no further', async () => {
    const alone = await run([], {});
    await alone.code;
    expect([alone.written(), alone.furthest()]).toEqual([60, 0]);
    const two = await run(['--jobs', '2'], {});
    await two.code;
    expect(two.written()).toBe(60);
    expect(two.furthest()).toBeLessThanOrEqual(8);
  });

  it('waits for whoever reads the results', async () => {
    const waiting = await run([], { writableNeedDrain: true });
    const turns = async () => {
      for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    };
    while (!waiting.drain()) await new Promise(setImmediate);
    for (const written of [1, 2, 3]) {
      await turns();
      expect([waiting.read(), waiting.written()]).toEqual([written - 1, written]);
      waiting.drain()?.();
    }
  });

  const lines = async (chunks: readonly Uint8Array[], longest: number) => {
    async function* bytes() {
      yield* chunks;
    }
    const found = [];
    for await (const line of recordLines(bytes(), longest)) found.push('text' in line ? line.text : line.error);
    return found;
  };

  it('is the same lines however it is cut', async () => {
    const text = Buffer.from('\ufeffone\n\n\u00e4\u{1f600}\r\n  \n\nlast');
    for (let size = 1; size < text.length; size++) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.subarray(i * size, (i + 1) * size),
      );
      expect(await lines(chunks, 100)).toEqual(['one', '\u00e4\u{1f600}\r', 'last']);
    }
  });

  it('has a longest line, which is passed over', async () => {
    const mebibyte = new Uint8Array(1024 * 1024).fill(0x61);
    const end = Buffer.from('\nshort\n');
    expect(await lines([mebibyte, mebibyte, mebibyte, end], 2 * 1024 * 1024)).toEqual([
      'the line is longer than 2 MiB',
      'short',
    ]);
    expect((await lines([mebibyte, end], 1024 * 1024)).map(({ length }) => length)).toEqual([1024 * 1024, 5]);
  });
});
