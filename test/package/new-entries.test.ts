// A drug, a template and a concept added to a copy of the packs, as CONTRIBUTING.md says: they are compiled and pass their tests, and a
// mistake is told with its file and place.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../project';
import { copyProject } from './project-copy';

const copy = copyProject('new-entries');
const data = join(copy, 'server/data');

afterAll(() => rmSync(copy, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(data, { recursive: true, force: true });
  cpSync(join(root, 'server/data'), data, { recursive: true });
});

/** What a program of the copy prints, whether it ends well or not. */
function outputOf(...args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return stdout + stderr;
  }
}

const compiled = () => outputOf('scripts/packs.mjs');
const tested = () =>
  outputOf('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...tests, '-t', titles, '--no-color');

const tests = ['test/library/schemas.test.ts', 'test/library/lexicon/concepts.test.ts'];
const titles = 'anticonvulsants|templates/common.yaml|visit.scratch';

const entries = {
  'drugs/anticonvulsants.yaml': `
  - id: scratchamide
    generic: scratchamide
    brands: [Scratchex]
    class: anticonvulsant
    strengths: [50 mg]
    confidence: memory
`,
  'templates/common.yaml': `
  - id: scratch-records
    title: Records that were asked for
    text: The records asked for on [date] were not received.
`,
  'lexicon/visits.yaml': `
  - id: visit.scratch
    note: A visit by video.
    phrases: ['{telehealth|video} visit']
    examples: {match: [She had a video visit.], none: [He was seen in the office.]}
`,
};

describe('a new drug, template and concept', () => {
  it('are compiled and pass their tests', () => {
    for (const [file, text] of Object.entries(entries)) appendFileSync(join(data, file), text);
    expect(compiled()).toMatch(/^packs: /);
    expect(tested()).toMatch(/[1-9]\d* passed, 0 failed/);
  }, 120_000);

  it('that have a mistake are told with file and place', () => {
    const wrong = (text: string): string =>
      text
        .replace('strengths:', 'strenghts:')
        .replace('    title: Records that were asked for\n', '')
        .replace('She had a video visit.', 'She was seen by video.');
    for (const [file, text] of Object.entries(entries)) appendFileSync(join(data, file), wrong(text));
    compiled();
    const printed = tested();
    expect(printed).toMatch(/drugs\/anticonvulsants\.yaml \/drugs\/\d+.*strenghts.*strengths/);
    expect(printed).toMatch(/templates\/common\.yaml \/templates\/\d+.*title/);
    expect(printed).toMatch(/visit\.scratch.*She was seen by video\./);
  }, 120_000);
});

it('a pack that is no YAML stops the build at its line', () => {
  writeFileSync(join(data, 'drugs/scratch.yaml'), 'version: 1\nkind: drugs\ndrugs:\n  - id: [a\n');
  expect(compiled()).toMatch(/drugs\/scratch\.yaml:? .*\bline \d+/s);
});
