// `npm run words`: the English words in the code that reads letters, file by file. `--json` prints them as data.
import { parseArgs } from 'node:util';
import { type FileWords, totalOf, wordsByFile } from './files';

function main(): void {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const files = wordsByFile(process.cwd());
  const sum = (count: (words: FileWords) => number) => files.reduce((total, words) => total + count(words), 0);
  const patterns = sum((words) => words.patterns);
  const strings = sum((words) => words.strings);
  if (values.json) {
    console.log(JSON.stringify({ patterns, strings, files }));
    return;
  }
  const row = (words: number, inPatterns: number, name: string) =>
    console.log(`${String(words).padStart(6)} ${String(inPatterns).padStart(6)}  ${name}`);
  console.log(' words  of these in regular expressions');
  for (const words of files) row(totalOf(words), words.patterns, words.file);
  row(patterns + strings, patterns, `all; ${files.filter((words) => totalOf(words) > 40).length} files over 40`);
}

main();
