// Who may import what: the import table of ARCHITECTURE.md as data. The first room whose path fits a file is its room.

/** One room of the house. Paths are relative to the project's root and end with `/` or name one file. */
export interface Room {
  readonly path: string;
  /** The rooms and files it may import, beside its own. */
  readonly rooms: readonly string[];
  /** Exceptions from `rooms`. */
  readonly never?: readonly string[];
  /** The packages it may import: exact specifiers, or a name with `/*` for any of its sub-paths too. */
  readonly packages: readonly string[];
  readonly nodeModules: boolean;
  /** Its files may not import one another: each rule stands alone. */
  readonly lonely?: boolean;
  readonly why: string;
}

const pure = { packages: [], nodeModules: false };
const door = 'server/src/core/index.ts';
const protocol = 'server/src/protocol/';
const everyCoreRoom = [
  'text',
  'syntax',
  'model',
  'library',
  'analysis',
  'language',
  'problem',
  'rules',
  'lint',
  'features',
].map((name) => `server/src/core/${name}/`);

export const rooms: readonly Room[] = [
  { path: 'server/src/core/text/', rooms: [], ...pure, why: 'text knows nothing but text' },
  {
    path: 'server/src/core/syntax/',
    rooms: ['server/src/core/text/'],
    ...pure,
    why: 'the parser knows neither the model nor the packs',
  },
  {
    path: 'server/src/core/model/',
    rooms: ['server/src/core/text/', 'server/src/core/syntax/'],
    ...pure,
    why: 'the model is built from the tree; rules come later',
  },
  {
    path: 'server/src/core/library/',
    rooms: ['server/src/core/text/'],
    ...pure,
    why: 'the library knows facts, not letters',
  },
  {
    path: 'server/src/core/analysis/',
    rooms: ['server/src/core/model/', 'server/src/core/library/', 'server/src/core/text/'],
    ...pure,
    why: 'what rules and features ask of letter and library together is worked out once, before any rule',
  },
  {
    path: 'server/src/core/language/',
    rooms: ['server/src/core/analysis/', 'server/src/core/model/', 'server/src/core/library/', 'server/src/core/text/'],
    ...pure,
    why: 'sentences and their words are read once, for every rule about language',
  },
  {
    path: 'server/src/core/problem/',
    rooms: ['server/src/core/analysis/', 'server/src/core/model/', 'server/src/core/library/', 'server/src/core/text/'],
    ...pure,
    why: 'problems, fixes and edits serve rules and features alike, and know no rule',
  },
  {
    path: 'server/src/core/rules/*/',
    rooms: [
      'server/src/core/rules/*.ts',
      'server/src/core/problem/',
      'server/src/core/language/',
      'server/src/core/analysis/',
      'server/src/core/model/',
      'server/src/core/library/',
      'server/src/core/text/',
    ],
    ...pure,
    never: ['server/src/core/rules/index.ts'],
    lonely: true,
    why: 'a rule reads the model and the library; what two rules share is part of the rule contract',
  },
  {
    path: 'server/src/core/rules/index.ts',
    rooms: ['server/src/core/rules/'],
    ...pure,
    why: 'the registry lists the rules and does nothing else',
  },
  {
    path: 'server/src/core/rules/',
    rooms: [
      'server/src/core/problem/',
      'server/src/core/language/',
      'server/src/core/analysis/',
      'server/src/core/model/',
      'server/src/core/library/',
      'server/src/core/text/',
    ],
    ...pure,
    why: 'the rule contract is made of the model and the library',
  },
  {
    path: 'server/src/core/lint/',
    rooms: [
      'server/src/core/syntax/form.ts',
      'server/src/core/rules/*.ts',
      'server/src/core/problem/',
      'server/src/core/language/',
      'server/src/core/analysis/',
      'server/src/core/model/',
      'server/src/core/library/',
      'server/src/core/text/',
    ],
    ...pure,
    why: 'the runner knows rules by their registry only, and no feature',
  },
  {
    path: 'server/src/core/features/',
    rooms: [
      'server/src/core/rules/rule.ts',
      'server/src/core/rules/example.ts',
      'server/src/core/rules/index.ts',
      'server/src/core/problem/',
      'server/src/core/language/',
      'server/src/core/analysis/',
      'server/src/core/model/',
      'server/src/core/library/',
      'server/src/core/text/',
    ],
    ...pure,
    why: 'a feature reads letter and library; findings are handed to it',
  },
  { path: door, rooms: everyCoreRoom, ...pure, why: 'the core is closed in itself' },
  {
    path: protocol,
    rooms: ['server/src/builtin/sniff.ts', 'server/src/workspace/paths.ts', 'server/src/workspace/reach.ts'],
    ...pure,
    why: 'client and server share method names, plain types, and the few questions that both must answer alike',
  },
  {
    path: 'server/src/builtin/',
    rooms: [door, 'server/data/schema/'],
    ...pure,
    why: 'the shipped packs and their schemas are data',
  },
  {
    path: 'server/src/language/load.ts',
    rooms: [door, 'server/src/language/create-language.ts'],
    ...pure,
    why: 'it brings tagger and dictionary to whoever checks language, when it is first checked',
  },
  {
    path: 'server/src/language/',
    rooms: [door],
    packages: ['wink-nlp', 'wink-eng-lite-web-model/*'],
    nodeModules: false,
    why: 'tagger and dictionary are a bundle of their own',
  },
  {
    path: 'server/src/workspace/',
    rooms: [door, 'server/src/builtin/'],
    packages: ['yaml', 'vscode-uri', 'ignore', 'fastest-levenshtein'],
    nodeModules: false,
    why: 'it reads configuration and letters through a port, in the editor, the browser and the command line alike',
  },
  {
    path: 'server/src/lsp/',
    rooms: [door, 'server/src/builtin/', 'server/src/workspace/', protocol],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
    nodeModules: false,
    why: 'the adapter runs in Node and in a browser worker; the entries bring the platform',
  },
  {
    path: 'server/src/supervisor/',
    rooms: [protocol],
    packages: ['vscode-languageserver-textdocument'],
    nodeModules: false,
    why: 'the supervisor must go on when the thread that reads letters does not: it knows messages and texts, no letter',
  },
  ...['main', 'serve', 'transport', 'worker-thread'].map((name) => ({
    path: `server/src/node/${name}.ts`,
    rooms: ['server/src/node/', 'server/src/supervisor/', protocol, 'package.json'],
    never: ['server/src/node/worker.ts', 'server/src/node/files.ts'],
    packages: ['vscode-jsonrpc/node'],
    nodeModules: true,
    why: 'the main thread of the server is up at once and small: what reads letters is loaded in the worker',
  })),
  {
    path: 'server/src/node/',
    rooms: [
      ...[door, 'server/src/builtin/', 'server/src/workspace/', 'server/src/lsp/', protocol, 'package.json'],
      ...['server/src/supervisor/host.ts', 'server/src/disk/', 'server/src/import/', 'server/src/language/load.ts'],
    ],
    packages: ['vscode-languageserver/*', 'vscode-uri'],
    nodeModules: true,
    why: 'the worker of the Node server brings files, nothing of the browser',
  },
  {
    path: 'server/src/browser/worker.ts',
    rooms: [
      'server/src/browser/scope.ts',
      'server/src/supervisor/host.ts',
      'server/src/lsp/',
      'server/src/core/index.ts',
      'package.json',
    ],
    packages: ['vscode-languageserver/*'],
    nodeModules: false,
    why: 'the worker of the browser server runs without Node',
  },
  {
    path: 'server/src/browser/language.ts',
    rooms: ['server/src/language/create-language.ts'],
    ...pure,
    why: 'it is a script of its own, which a worker imports when language is first checked',
  },
  {
    path: 'server/src/browser/',
    rooms: ['server/src/supervisor/', protocol],
    never: ['server/src/browser/worker.ts'],
    ...pure,
    why: 'the main thread of the browser server is up at once and small: what reads letters is loaded in the worker',
  },
  {
    path: 'server/src/disk/',
    rooms: ['server/src/workspace/file-system.ts', 'server/src/workspace/reach.ts'],
    packages: [],
    nodeModules: true,
    why: 'reading and writing a file whole needs Node and the limits of the workspace; the command line and the Node server share it',
  },
  {
    path: 'server/src/import/',
    rooms: [door, 'server/src/workspace/decode.ts'],
    packages: ['mammoth', 'pdfjs-dist/*', 'fflate', 'htmlparser2'],
    nodeModules: false,
    why: 'documents become text; what reads them is loaded when one is imported',
  },
  {
    path: 'server/src/cli/',
    rooms: [
      door,
      'server/src/import/',
      'server/src/builtin/',
      'server/src/documents/',
      'server/src/language/load.ts',
      'server/src/workspace/',
      'server/src/disk/',
      'package.json',
    ],
    packages: ['tinyglobby', 'ignore', 'picocolors', 'diff', 'fastest-levenshtein', 'yaml', 'sarif'],
    nodeModules: true,
    why: 'the command line needs no editor protocol',
  },
  {
    path: 'server/src/documents/',
    rooms: [door],
    ...pure,
    why: 'the plain data that command line and library give out is made of the core alone',
  },
  {
    path: 'server/src/service/',
    rooms: [door, 'server/src/builtin/', 'server/src/documents/', 'server/src/language/load.ts'],
    ...pure,
    why: 'the service is the core with its packs, for any JavaScript host',
  },
  {
    path: 'server/src/library.ts',
    rooms: [door, 'server/src/service/', 'server/src/documents/'],
    ...pure,
    why: 'the public door opens to the service, its data and the types that they name',
  },
  {
    path: 'client/src/node/',
    rooms: ['client/src/'],
    packages: ['vscode', 'vscode-languageclient/*'],
    nodeModules: true,
    why: 'the client talks to the server over the protocol only',
  },
  {
    path: 'client/src/browser/',
    rooms: ['client/src/'],
    packages: ['vscode', 'vscode-languageclient/*'],
    nodeModules: false,
    why: 'the browser entry runs in a worker, without Node',
  },
  {
    path: 'client/src/',
    rooms: [protocol],
    packages: ['vscode', 'vscode-languageclient'],
    nodeModules: false,
    why: 'the shared client runs in Node and in a browser worker, and knows of the server what they say to each other and no more',
  },
];
