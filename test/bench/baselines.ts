// What the product's times are held against, in the same run on the same machine.
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import type { Benchmark } from './benchmark';

/** Baselines over `text`: cutting it into lines, and a JSON language service over as many bytes. */
export function baselines(text: string): readonly Benchmark[] {
  const json = jsonOfSize(Buffer.byteLength(text));
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'imr://bench', fileMatch: ['*'], schema }] });
  const validate = () => {
    const document = TextDocument.create('file:///bench.json', 'json', 1, json);
    return service.doValidation(document, service.parseJSONDocument(document));
  };
  return [
    { name: 'plain line scan', baseline: 'line scan', run: () => scanLines(text) },
    { name: 'JSON language service: parse, validate', baseline: 'JSON service', run: validate },
  ];
}

function scanLines(text: string): number {
  let longest = 0;
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    longest = Math.max(longest, text.slice(start, end).trimEnd().length);
    start = end + 1;
  }
  return longest;
}

const schema: JSONSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['item', 'outcome', 'pages'],
    properties: {
      item: { type: 'string', minLength: 1 },
      outcome: { enum: ['Upheld', 'Overturned'] },
      pages: { type: 'array', items: { type: 'integer', minimum: 1 } },
      rationale: { type: 'string' },
    },
    additionalProperties: false,
  },
};

function jsonOfSize(bytes: number): string {
  const block = (n: number) => ({
    item: `Item ${n}`,
    outcome: n % 2 ? 'Upheld' : 'Overturned',
    pages: [n + 1, n + 2],
    rationale: 'The guideline asks for more than the file holds, and so the request is not medically necessary.',
  });
  const one = JSON.stringify([block(10)], null, 2).length;
  const blocks = Array.from({ length: Math.ceil(bytes / one) }, (_, n) => block(n));
  return JSON.stringify(blocks, null, 2);
}
