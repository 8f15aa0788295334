// The page that is read before a letter is signed. `npx vitest run test/features/signing.test.ts -u` writes the pages anew, and the
// difference is to be reviewed as behavior.
import { describe, expect, it } from 'vitest';
import { pointKeys } from '../../server/src/core/features/signing/signing-marks';
import {
  changesInWords,
  changesSince,
  defaultSettings,
  type RuleSettings,
  readSavedCheck,
  rules,
  type SigningContext,
  signingCheckOf,
  signingPage,
  signingRecord,
} from '../../server/src/core/index';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { type Analyzed, allLetters, analyze } from './analyzed';

function contextOf({ problems }: Analyzed, settings: RuleSettings, more: Partial<SigningContext>): SigningContext {
  return {
    name: 'letter.imr.txt',
    problems,
    ignored: [],
    rules,
    isOn: (rule) => settings.severityOf(rule) !== null,
    failed: [],
    isLeftOut: false,
    product: 'imr-determinations 1.2.3',
    packs: [],
    ...more,
  };
}

const checkOf = (analyzed: Analyzed, more: Partial<SigningContext> = {}) =>
  signingCheckOf(analyzed.ask, contextOf(analyzed, defaultSettings, more));
/** Extracted text, and a form that is known by its headings only. */
const forms = fictionalLetters().filter(({ name }) => /^(?:2014-extracted|professional-review)\./.test(name));
const twenty15 = sampleLetters().find(({ name }) => name === '2015-letter.imr.txt')?.text ?? '';

/** A new rule changes no page: its number of rules and the names of those that found nothing are left out. */
function withoutCatalog(page: string): string {
  return page
    .replace(/\d+ (rules were run), \d+ (found nothing)/, 'N $1, N $2')
    .replace(/\d+ found nothing: [^.]*\./g, 'N found nothing: (names).')
    .replace(/What \d+ rules/, 'What N rules');
}

describe('the check before signing', () => {
  it.each([...sampleLetters(), ...forms])('of $name reads as it did', async ({ name, text }) => {
    const page = signingPage(checkOf(analyze(text), { name }));
    await expect(withoutCatalog(page)).toMatchFileSnapshot(`signing/${name.replace(/(?:\.imr)?\.txt$/, '')}.md`);
  });

  it('tells how many rules were run, and how many of them found nothing', () => {
    for (const { text } of [...sampleLetters(), ...forms]) {
      const check = checkOf(analyze(text));
      const passed = check.groups.flatMap((group) => group.passed).length;
      const found = check.groups.flatMap((group) => group.found).length;
      expect(signingPage(check)).toContain(`## ${passed + found} rules were run, ${passed} found nothing\n`);
    }
  });

  it('counts every rule about letters once, whatever came of it', () => {
    const ofLetters = rules.filter(({ scope }) => scope !== 'tool').map(({ code }) => code);
    const off = rules.find(({ name }) => name === 'misspelled-drug');
    const failed = rules.find(({ name }) => name === 'missing-section');
    if (!off || !failed) throw new Error('no such rule');
    for (const [, text] of allLetters()) {
      const { groups } = checkOf(analyze(text), { isOn: (rule) => rule !== off, failed: [failed] });
      const counted = groups.flatMap((group) => [
        ...[...group.passed, ...group.idle, ...group.off, ...group.failed].map(({ code }) => code),
        ...group.found.map(({ rule }) => rule.code),
      ]);
      expect(counted.toSorted()).toEqual(ofLetters.toSorted());
      expect(groups.flatMap((group) => group.off)).toEqual([off]);
      expect(groups.flatMap((group) => group.failed)).toEqual([failed]);
    }
  });

  it('says what was not checked: what is off, what failed, what is ignored and why', () => {
    const analyzed = analyze(twenty15);
    const [problem, ...problems] = analyzed.problems;
    const off = rules.find(({ name }) => name === 'doubled-word');
    const failed = rules.find(({ name }) => name === 'missing-outcome');
    if (!problem || !off || !failed) throw new Error('no such problem or rule');
    const page = signingRecord(
      checkOf(analyzed, {
        problems,
        ignored: [{ problem, reason: 'The record says so *twice*' }],
        isOn: (rule) => rule !== off,
        failed: [failed],
      }),
    );
    expect(page).toContain('- IMR502 doubled-word: switched off\n');
    expect(page).toContain('missing-outcome: failed by a fault of this program');
    expect(page).toMatch(/## Ignored, with a reason\n\n- .*\*\*Reason:\*\* The record says so \\\*twice\\\*\.\n/);
    expect(page).not.toMatch(/found nothing: [^.]*doubled-word/);
  });

  it('says that nothing was run in a letter that the configuration leaves out', () => {
    const analyzed = analyze(twenty15);
    const check = checkOf(analyzed, { problems: [], isLeftOut: true });
    expect(signingRecord(check)).toContain('leaves this letter out: no rule was run');
    expect(check.summary).toBe('3 decisions: 2 Upheld, 1 Overturned; not checked');
    expect(check.groups.flatMap(({ passed, found }) => [...passed, ...found])).toEqual([]);
  });

  it('has links that lead on as a page, and none as a record', () => {
    const check = checkOf(analyze(twenty15));
    expect(signingPage(check)).toContain('](../rule/IMR302.md)');
    expect(signingRecord(check)).not.toContain('](');
  });

  it('has the hash of the text, the date and the packs it was given', () => {
    const page = signingRecord(
      checkOf(analyze('abc'), { date: 'November 2, 2016', packs: [{ name: 'house.yaml', fingerprint: '0123' }] }),
    );
    expect(page).toContain('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(page).toContain('- **Date:** November 2, 2016\n');
    expect(page).toContain('- **Pack of the house:** house.yaml, fingerprint 0123\n');
    expect(page).toContain('No decision was found in this letter.');
    expect(page).toMatch(/- What \d+ rules about decisions look for: there is no decision\.\n/);
    expect(page).not.toContain('missing-conclusion');
  });

  it('has a box for each open point, which leads to its words', () => {
    const analyzed = analyze(twenty15);
    const page = signingPage(checkOf(analyzed), (line, column) => `letter#${line},${column}`);
    const open = analyzed.problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(open.length).toBeGreaterThan(1);
    const boxes = page.split('\n').filter((line) => line.startsWith('- [ ] '));
    const places = open.map(({ span }) => {
      const before = twenty15.slice(0, span.start).split('\n');
      return `[line ${before.length}](letter#${before.length},${(before.at(-1)?.length ?? 0) + 1})`;
    });
    expect(boxes).toHaveLength(open.length);
    for (const place of places) expect(boxes.some((box) => box.includes(place))).toBe(true);
    expect(page).toContain('\n\nInitials: ...');
  });

  it('lists notes without a box', () => {
    const analyzed = analyze(twenty15);
    const problems = analyzed.problems.map((problem) => ({ ...problem, severity: 'information' as const }));
    const page = signingRecord(checkOf(analyzed, { problems }));
    expect(page).toContain('## Open points\n\n- None.\n');
    expect(page).toMatch(/## Notes, which ask for nothing\n\n- \*\*Information\*\* IMR/);
  });

  it('lets no words of the letter become marks', () => {
    const text = twenty15.replace(
      'MRI of the lumbar spine without contrast: Upheld',
      'MRI* <b>[x](http://a.b)</b> `of the lumbar spine: Upheld',
    );
    const page = signingRecord(checkOf(analyze(text), { name: '[a](b).txt' }));
    expect(page).toContain('MRI\\* \\<b>\\[x\\](http://a.b)\\</b> \\`of');
    expect(page).toMatch(/^# Check before signing: \\\[a\\\]\(b\)\.txt\n/);
  });

  it('tells all open points, each once, and no hint', () => {
    for (const [name, text] of allLetters()) {
      const analyzed = analyze(text);
      const check = checkOf(analyzed);
      const told = [...check.letter, ...check.blocks.flatMap(({ problems }) => problems)];
      const due = analyzed.problems.filter(({ severity }) => severity !== 'hint');
      const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code).toSorted();
      expect(codes(told), name).toEqual(codes(due));
    }
  });
});

describe('a saved check', () => {
  const saved = signingRecord(checkOf(analyze(twenty15)));
  const compare = (text: string, before = saved) => changesSince(before, signingRecord(checkOf(analyze(text))));

  it('is read with the marks taken away', () => {
    const name = '_a_ [b] (c)*.imr.txt';
    const text = twenty15.replace(
      'MRI of the lumbar spine without contrast: Upheld',
      'MRI (a|b) of the lumbar spine: Upheld',
    );
    const read = readSavedCheck(signingRecord(checkOf(analyze(text), { name })));
    expect(read).toMatchObject({ name, verdict: 'Not ready: 2 errors.' });
    expect(read?.table.map((row) => row.length)).toEqual([7, 7, 7, 7, 7]);
    expect(read?.table[2]?.[0]).toContain('MRI (a|b) of the lumbar');
    expect(read?.points).toHaveLength(2);
  });

  it('is told from any other text', () => {
    for (const text of ['', twenty15, saved.replace(/SHA-256.*/, '')]) expect(compare(twenty15, text)).toBeUndefined();
  });

  it('holds for the same letter, ticked and with other line ends', () => {
    const ticked = saved.replaceAll('- [ ]', '- [x]').replaceAll('\n', '\r\n');
    expect(compare(twenty15, ticked)).toEqual({ isTextChanged: false, found: [], all: [] });
  });

  it('tells of a changed text alone where the same is found, wherever the lines are', () => {
    const changes = compare(`\n${twenty15}`);
    expect(changes).toMatchObject({ isTextChanged: true, found: [] });
    expect(changes && changesInWords(changes)).toBe('changed since the check, with the same findings');
  });

  it('tells what is found now and what was found then', () => {
    const changes = compare(twenty15.replace('MRI of the lumbar spine without contrast: Upheld', 'MRI: Overturned'));
    expect(changes?.found).toContain('New decision: MRI');
    expect(changes?.found).toContain('No longer decided: MRI of the lumbar spine without contrast');
    const outcome = compare(twenty15.replace('without contrast: Upheld', 'without contrast: Overturned'));
    expect(outcome?.found).toContain(
      'MRI of the lumbar spine without contrast, outcome: was "Upheld", is "Overturned"',
    );
  });

  it('tells of a record that was edited', () => {
    const edited = saved.replace('**Not ready: 2 errors.**', '**Ready to sign: no open points.**');
    const changes = compare(twenty15, edited);
    expect(changes?.all).toEqual(['The verdict was "Ready to sign: no open points." and is "Not ready: 2 errors."']);
    expect(changes && changesInWords(changes)).toMatch(
      /^unchanged since the check, but other things are found in it: /,
    );
  });

  it('is read with what was ticked and signed, whatever version has written it', () => {
    const check = checkOf(analyze(twenty15));
    const [point = ''] = pointKeys(readSavedCheck(signingRecord(check))?.points ?? []);
    const marks = { ticked: [point], initials: 'A. _B_', date: '2/3/2026' };
    const record = signingRecord(check, marks);
    expect(readSavedCheck(record)?.marks).toEqual(marks);
    expect(compare(twenty15, record)?.all).toEqual([]);
    expect(readSavedCheck(saved)?.marks).toEqual({ ticked: [], initials: '', date: '' });
    const page = signingPage(checkOf(analyze(`\n${twenty15}`)), undefined, record);
    expect(page.match(/- \[x\] /g)).toHaveLength(1);
  });

  it('holds when it was saved with its columns in another order, or with a column less', () => {
    const moved = saved.replace(/^\|.*\|$/gm, (row) => {
      const cells = row.slice(2, -2).split(' | ');
      const [item, outcome, open, , conclusion, reviewer, claims] = cells;
      return `| ${[item, outcome, claims, reviewer, conclusion, open].join(' | ')} |`;
    });
    expect(moved).not.toBe(saved);
    expect(compare(twenty15, moved)?.all).toEqual([]);
    const edited = moved.replace('| Upheld | [', '| Overturned | [').replace(/\| Upheld \|/, '| Overturned |');
    expect(compare(twenty15, edited)?.all).toEqual([
      expect.stringMatching(/, outcome: was "Overturned", is "Upheld"$/),
    ]);
  });

  it('from before there was a list of open points tells of text and verdict alone', () => {
    const old = saved.replace(/\| Item[\s\S]*?\n\n/, '').replace(/## Open points[\s\S]*?\n\n/, '');
    expect(compare(twenty15, old)?.all).toEqual([]);
  });

  it('is compared on the page', () => {
    const page = signingPage(checkOf(analyze(`\n${twenty15}`)), undefined, saved);
    expect(page).toContain('## Changed since the last check\n\n- The text of the letter.\n');
    expect(signingPage(checkOf(analyze(twenty15)), undefined, saved)).toContain('last check\n\n- Nothing.\n');
    expect(signingPage(checkOf(analyze(twenty15)))).not.toContain('last check');
  });
});
