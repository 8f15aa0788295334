// `npm run new:rule -- <group> <name>`: writes a rule that fires nowhere yet, and a planted defect for it. Both say what to fill in.
// Their tests fail until that is done; the compiler and the linter accept them as they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleFiles } from './rule-registry.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The first digit of the codes of a group. */
const groups = { form: 1, citations: 2, rationale: 3, consistency: 4, wording: 5, privacy: 6, language: 7 };

const [group, name] = process.argv.slice(2);
if (!(group in groups) || !/^[a-z]+(?:-[a-z]+)+$/.test(name ?? '')) {
  console.error(`usage: npm run new:rule -- <group> <name>
  group  ${Object.keys(groups).join(' | ')}
  name   what is wrong, in lower case with hyphens: missing-date`);
  process.exit(2);
}

const path = `server/src/core/rules/${group}/${name}.ts`;
const defects = `test/mutation/${{ citations: 'citation', privacy: 'wording' }[group] ?? group}-defects.ts`;
if (existsSync(join(root, path))) fail(`${path} is there already`);
if (!existsSync(join(root, defects))) fail(`${defects} is missing: add it to test/mutation/plant.ts first`);

const code = nextCode(groups[group]);
const identifier = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
writeFileSync(join(root, path), ruleText());
writeFileSync(join(root, defects), withDefect(readFileSync(join(root, defects), 'utf8')));
const { status } = spawnSync('npm', ['run', '--silent', 'docs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) fail('npm run docs failed');
console.log(`
${code} ${name}
  rule    ${path}
  page    docs/rules/${code}.md (written by npm run docs)
  defect  ${defects}

Next:
  1. Write the check, the texts and the examples.
  2. npm run docs && npx vitest run --project unit test/rules -t ${code}
  3. Plant the defect, and run npm run test:mutation.
  4. npm run snapshot shows what it finds in all letters: read every finding, then npm run snapshot -- --write.`);

function nextCode(digit) {
  const used = ruleFiles().filter((rule) => rule.code.startsWith(`IMR${digit}`));
  const last = Math.max(digit * 100, ...used.map((rule) => Number(rule.code.slice(3))));
  return `IMR${last + 1}`;
}

function ruleText() {
  return group === 'language' ? languageRuleText() : blockRuleText();
}

function languageRuleText() {
  return `import { spanOfWords } from '../../language/read-sentences';
import { replace } from '../../problem/edits';
import { defineLanguageRule } from '../rule';

export const ${identifier} = defineLanguageRule({
  code: '${code}',
  name: '${name}',
  severity: 'hint',
  fix: 'review',
  summary: 'TODO: what is wrong, in one sentence.',
  why: 'TODO: why it matters.',
  repair: 'TODO: how to repair it.',
  examples: {
    bad: [
      {
        summary: \`The injured worker is a 44 year old female with a date of injury of 11/18/2016. TODO: a sentence that is wrong. She takes
                                                                                ^^^^
Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.\`,
      },
    ],
    good: [{}],
  },
  *check({ sentence }) {
    for (const word of sentence.words) {
      if (word.lower !== 'TODO: find it' || word.pos !== 'NOUN') continue;
      const span = spanOfWords(sentence, word);
      yield {
        span,
        message: 'TODO: what is wrong, in at most 70 characters.',
        fixes: [{ title: 'Change to "TODO"', kind: 'review', edits: [replace(span, 'TODO')] }],
      };
    }
  },
});
`;
}

function blockRuleText() {
  return `import { toSourceSpan } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const ${identifier} = defineBlockRule({
  code: '${code}',
  name: '${name}',
  severity: 'hint',
  fix: null,
  reads: 'block',
  summary: 'TODO: what is wrong, in one sentence.',
  why: 'TODO: why it matters, with its source in law or guideline.',
  repair: 'TODO: how to repair it.',
  examples: {
    bad: [
      {
        blocks: \`Cane: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: TODO: words that are wrong. The injured worker walks without help. The request for a cane is not medically
                    ^^^^
necessary.\`,
      },
    ],
    good: [{}],
  },
  *check({ block }) {
    const { body } = block.fields.rationale;
    const at = body.text.indexOf('TODO: find it');
    if (at < 0) return;
    yield {
      span: toSourceSpan(body, { start: at, end: at + 4 }),
      message: 'TODO: what is wrong, in at most 70 characters.',
    };
  },
});
`;
}

function withDefect(text) {
  const end = text.indexOf('\n];\n', text.indexOf('Defects: readonly Defect[]'));
  if (end < 0) fail(`${defects} holds no list of defects`);
  const entry = `
  {
    kind: 'TODO: ${name}',
    codes: ['${code}'],
    // Return the letter with the defect in it, or undefined where it has no place for one.
    plant: () => undefined,
  },`;
  return text.slice(0, end) + entry + text.slice(end);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
