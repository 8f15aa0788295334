// The table of faults in docs/reliability.md: at least thirty, each with a test that is there.
import { describe, expect, it } from 'vitest';
import { readProjectFile } from '../project';

/** `| fault | outcome | [file](../file) "title" |` */
const row = /^\| (.+?) \| (.+?) \| `(test\/[\w./-]+)` "(.+?)" \|$/gm;

const rows = [...readProjectFile('docs/reliability.md').matchAll(row)].map(
  ([, fault = '', outcome = '', file = '', title = '']) => ({
    fault,
    outcome,
    file,
    title,
  }),
);

describe('the faults of docs/reliability.md', () => {
  it('are thirty at least, each named once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
  });

  it.each(rows)('$fault: its test is there', ({ file, title }) => {
    expect(readProjectFile(file)).toContain(title);
  });
});
