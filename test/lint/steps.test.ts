import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { checkLetter } from '../../server/src/core/index';
import { root } from '../project';

const text = readFileSync(join(root, 'samples/2014-letter.imr.txt'), 'utf8');
const check = () => checkLetter(text, { forms: builtinForms, library: builtinLibrary });

describe('a check that is done in steps', () => {
  it('finds what it finds at once', () => {
    const whole = check().problems;
    const stepped = check();
    let steps = 1;
    while (!stepped.advance(() => true)) steps++;
    expect(steps).toBeGreaterThan(100);
    expect(stepped.problems).toEqual(whole);
    expect(stepped.advance(() => true)).toBe(true);
  });

  it('is ended by who asks for its findings', () => {
    const stepped = check();
    expect(stepped.advance(() => true)).toBe(false);
    expect(stepped.problems).toEqual(check().problems);
  });
});
