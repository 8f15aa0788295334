import { expect, it } from 'vitest';
import { scanLines } from '../../server/src/core/syntax/lines';
import { normalizedText } from '../../server/src/core/text/normalize/normalized-text';
import { createSourceText } from '../../server/src/core/text/source-text';

it.each(['• a\n', '| a |\n', '> a\n', 'A\n\f'])('reads hundreds of thousands of lines %j', (line) => {
  expect(() => scanLines(normalizedText(createSourceText(line.repeat(200_000))).text)).not.toThrow();
});
