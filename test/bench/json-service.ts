// The unit of time: what a JSON language service takes to parse and validate as many bytes.
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';

/** Parses and validates a JSON text that is as long as `text` in UTF-8. */
export function jsonService(text: string): () => unknown {
  const json = jsonOfSize(Buffer.byteLength(text));
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'imr://bench', fileMatch: ['*'], schema }] });
  return () => {
    const document = TextDocument.create('file:///bench.json', 'json', 1, json);
    return service.doValidation(document, service.parseJSONDocument(document));
  };
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
