// The reports that other programs and browsers read.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { createSourceText, offsetAt } from '../../server/src/core/index';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { sharedLettersFolder } from '../shared-letters';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();
const own = [...sampleLetters(), ...fictionalLetters()];
const shared = sharedLettersFolder(root);
const everything = [...own.map(({ path }) => path), ...(shared ? [shared] : [])];
const report = (format: string, ...paths: string[]): string =>
  desk.imr(['check', '--min-severity', 'hint', '--format', format, ...paths]).out;
const problemsOf = (...paths: string[]) =>
  JSON.parse(report('json', ...paths)).files.flatMap(({ problems }: { problems: unknown[] }) => problems);

describe('SARIF', { timeout: 120_000 }, () => {
  // The standard's own schema, from a package under the MIT license; its draft-04 keywords mean the same in draft 07.
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(join(root, 'test/cli/fixtures/sarif-2.1.0.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  it('is valid over all letters, with and without findings, read and unread', () => {
    for (const paths of [everything, ['missing.txt'], [own[0]?.path ?? '']]) {
      validate(JSON.parse(report('sarif', ...paths)));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('holds every finding, its rule, its place and its fixes', () => {
    desk.write('a b.txt', unconcludedLetter);
    const log: Log = JSON.parse(report('sarif', 'a b.txt', 'missing.txt'));
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    expect(run?.results).toHaveLength(problemsOf('a b.txt').length);
    const ours = run?.results?.find(({ ruleId }) => ruleId === 'IMR301');
    expect(run?.tool.driver.rules?.[ours?.ruleIndex ?? -1]).toMatchObject({ id: 'IMR301', name: 'MissingConclusion' });
    const place = ours?.locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation?.uri).toBe('a%20b.txt');
    const source = createSourceText(unconcludedLetter);
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, ...region } = place?.region ?? {};
    const { charOffset = 0, charLength = 0 } = region;
    expect(offsetAt(source, { line: startLine - 1, character: startColumn - 1 })).toBe(charOffset);
    expect(offsetAt(source, { line: endLine - 1, character: endColumn - 1 })).toBe(charOffset + charLength);
    expect(ours?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toContain('necessary');
    expect(ours?.message.text).toMatch(/^Norco 10\/325mg #60: The rationale does not say/);
    expect(ours?.properties?.help).toMatch(/^A determination must say .*Labor Code 4610\.6/);
    expect(result?.message.text).toBeTruthy();
    expect(run?.invocations?.[0]).toMatchObject({ executionSuccessful: false });
  });
});

describe('JSON', () => {
  it('keeps message, item and help apart', () => {
    desk.write('json.txt', unconcludedLetter);
    const ours = problemsOf('json.txt').find(({ code }: { code: string }) => code === 'IMR301');
    expect(ours).toMatchObject({
      message: 'The rationale does not say whether the request is medically necessary.',
      item: 'Norco 10/325mg #60',
      help: expect.stringMatching(/^A determination must say/),
    });
  });
});

describe('JUnit', { timeout: 120_000 }, () => {
  it('is well-formed, a test a finding and one for a letter without any', () => {
    desk.write('junit/a.txt', unconcludedLetter.replaceAll('Norco 10/325mg', 'Norco <&"\'> 10/325mg'));
    desk.write('junit/b.txt', soundLetter);
    const xml = desk.imr(['check', '--format', 'junit', 'junit', 'missing.txt']).out;
    const names = elementsOf(xml);
    expect(names.filter((name) => name === 'testsuite')).toHaveLength(3);
    expect(xml).toContain('<testsuite name="junit/b.txt" tests="1" failures="0" errors="0">');
    expect(xml).toContain('<error type="unreadable" message="missing.txt: no such file or folder"/>');
    expect(xml).toMatch(
      /<failure type="error" message="Norco &lt;&amp;&quot;&#39;&gt; 10\/325mg #60: The rationale does not say/,
    );
    elementsOf(report('junit', ...everything));
  });
});

/** The names of all elements; throws where tags do not nest or text is not escaped. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  for (const [text, close, name = '', single] of body.matchAll(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<>]*")*(\/?)>|[<>]/g)) {
    if (name === '') throw new Error(`a stray ${text}`);
    if (close && open.pop() !== name) throw new Error(`${name} is closed and not open`);
    if (!close) names.push(name);
    if (!close && !single) open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} not closed`);
  expect(body).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
  return names;
}

describe('GitHub annotations', () => {
  it('are a line a finding', () => {
    desk.write('github.txt', unconcludedLetter.replace('Norco 10/325mg #60: Upheld', 'Norco 10%, 325mg #60: Upheld'));
    const lines = report('github', 'github.txt').trimEnd().split('\n');
    expect(lines).toHaveLength(problemsOf('github.txt').length);
    const line = lines.find((each) => each.includes('IMR301'));
    expect(line).toMatch(
      /^::error file=github\.txt,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=IMR301 missing-conclusion::Norco 10%25, 325mg #60: /,
    );
  });
});

describe('CSV', () => {
  it('is a table of all findings', () => {
    desk.write('csv.txt', unconcludedLetter);
    const text = report('csv', 'csv.txt');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('path,line,column,severity,code,rule,item,message');
    expect(lines.at(-1)).toBe('');
    expect(lines).toHaveLength(problemsOf('csv.txt').length + 2);
    expect(text).toMatch(
      /^csv\.txt,\d+,\d+,error,IMR301,missing-conclusion,Norco 10\/325mg #60,Norco 10\/325mg #60: The rationale /m,
    );
  });
});

describe('the HTML report', () => {
  it('stands alone, and a letter cannot run in it', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    desk.write(
      'page.txt',
      unconcludedLetter
        .replace('Norco 10/325mg #60: Upheld', `${evil}: Upheld`)
        .replace('the records show no change', evil),
    );
    const page = report('html', 'page.txt', 'missing.txt');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain("default-src 'none'");
    const [, script = ''] = /<script>(.*)<\/script>\n<\/body>/s.exec(page) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'"`);
    expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|eval|fetch|XMLHttp/);
    expect(page.replace(`<script>${script}`, '')).not.toMatch(
      /<(?:script|img|link|iframe|object)\b|\bon[a-z]+=["']|\b(?:src|href)="(?!#)/,
    );
    expect(page).not.toMatch(/url\(|@import|https?:/);
    expect(page).toContain('missing.txt: no such file or folder');
  });

  it('begins with the most errors, names files below the current folder, and is closed when it is long', () => {
    desk.write('order/a.txt', soundLetter);
    desk.write('order/b.txt', unconcludedLetter);
    const page = report('html', join(desk.folder, 'order'));
    expect([...page.matchAll(/<td class="path">(?:<a [^>]*>)?([^<]*)/g)].map(([, path]) => path)).toEqual([
      'order/b.txt',
      'order/a.txt',
    ]);
    expect(page).not.toContain(desk.folder);
    expect(page).toContain('<details id="file-order/b.txt" open>');
    expect(page).toContain('data-errors="1" data-open="1" data-section="file-order/b.txt"');
    for (let i = 0; i < 21; i++) desk.write(`long/${i}.txt`, unconcludedLetter);
    const long = report('html', 'long');
    expect(long.match(/<details id="[^"]*">/g)).toHaveLength(21);
  });

  it('tells in words what its charts show', () => {
    desk.write('charts/a.txt', unconcludedLetter);
    desk.write('charts/b.txt', soundLetter);
    const page = desk.imr(['check', '--format', 'html', 'charts']).out;
    expect(page).toContain('aria-label="Decisions by outcome: Upheld: 2, Overturned: 0, No or another outcome: 0"');
    expect(page).toContain('aria-label="Letters by their most serious finding: error: 1, nothing found: 1"');
    expect(page).toMatch(
      /<span class="severity">✖ error<\/span> IMR301 missing-conclusion <span class="place">line \d+, Norco 10\/325mg #60<\/span><p>The rationale does not say [^<]*<\/p><p class="help">A determination /,
    );
    expect(page.match(/<td class="path">/g)).toHaveLength(2);
  });
});
