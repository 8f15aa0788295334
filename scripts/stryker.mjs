// `npm run test:stryker [-- FILE…]`: changes the sources in small ways, one at a time, and counts the changes that a test notices.
// Survivors are listed in .stryker/survivors.txt. Fails where a group of files keeps fewer than it should. Takes some minutes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** In percent of the changes that any test runs through. */
const leastNoticed = 75;
const verdictGrammar = /^server\/src\/core\/model\/(?:verdict|predicates|conclusion)\.ts$/;
const groups = {
  'core/syntax': (path) => path.startsWith('server/src/core/syntax/'),
  'core/model': (path) => path.startsWith('server/src/core/model/') && !verdictGrammar.test(path),
  'verdict grammar': (path) => verdictGrammar.test(path),
};
const survivors = '.stryker/survivors.txt';

const files = process.argv.slice(2);
const mutate = files.length > 0 ? files : ['server/src/core/{syntax,model}/**/*.ts'];
const results = await new Stryker({ mutate }).runMutationTest();
const mutants = results.map((mutant) => ({
  ...mutant,
  path: relative(process.cwd(), mutant.fileName).replaceAll('\\', '/'),
}));

mkdirSync('.stryker', { recursive: true });
const survived = mutants.filter(({ status }) => status === 'Survived');
writeFileSync(survivors, survived.map((mutant) => `${describe(mutant)}\n`).join(''));
for (const [name, holds] of Object.entries(groups)) report(name, countOf(mutants.filter(({ path }) => holds(path))));
console.log(`Survivors: ${survivors}`);

function countOf(group) {
  const noticed = group.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  return { noticed, covered: noticed + group.filter(({ status }) => status === 'Survived').length };
}

function report(name, { noticed, covered }) {
  if (covered === 0) return;
  const share = (100 * noticed) / covered;
  console.log(
    `${name}: ${noticed} of ${covered} changes noticed, ${share.toFixed(1)} %; ${leastNoticed} % are asked for`,
  );
  if (share < leastNoticed) process.exitCode = 1;
}

function describe({ path, location: { start }, mutatorName, replacement }) {
  return `${path}:${start.line}:${start.column} ${mutatorName}: ${JSON.stringify(replacement)}`;
}
