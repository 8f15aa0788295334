/** What client and server say to each other beyond LSP: method names and plain types, no import. Ranges are LSP ranges. */

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/**
 * What a client can do beyond LSP, stated in `initializationOptions`; all absent for an editor that knows nothing of us.
 * Nothing of this file is sent to a client that does not ask for it here.
 */
export interface ClientOptions {
  /** Wants `imr/letterChanged`. */
  readonly letterState?: boolean;
  /** Sends `imr/cursorMoved`, so that findings about the unfinished may wait until the cursor leaves a block. */
  readonly cursor?: boolean;
  /** Runs the commands of `clientCommands`. */
  readonly commands?: boolean;
  /** Opens pages of `pageScheme`, asking `workspace/textDocumentContent` for them; a client that has this by LSP need not say so. */
  readonly pages?: boolean;
  /** Answers `imr/readFile` and `imr/findLetters`, for what the server cannot reach itself. */
  readonly files?: boolean;
  /** Offers by itself the snippets that all forms share. */
  readonly snippets?: boolean;
}

/** Server to client, after each check of an open letter. */
export const letterChanged = 'imr/letterChanged';

export interface LetterState {
  readonly uri: string;
  readonly version: number;
  /** Id and title of the letter's form. */
  readonly form: { readonly id: string; readonly title: string };
  readonly blocks: readonly BlockState[];
  /** Errors and warnings in the whole letter. */
  readonly openPoints: number;
  /** Both counts in words: `4 decisions, 2 open points`. */
  readonly summary: string;
}

export interface BlockState {
  readonly item: string;
  readonly outcome: 'Upheld' | 'Overturned' | null;
  /** `complete`: nothing to do. `warnings`, `errors`: the worst problem in the block. */
  readonly state: 'complete' | 'warnings' | 'errors';
  readonly openPoints: number;
  readonly range: PlainRange;
  readonly heading: PlainRange;
  /** Empty where the outcome is missing. */
  readonly outcomeRange: PlainRange;
}

/** Request: an open letter by its decisions, row by row, for a tree. Null for a text that is no letter. */
export const determination = 'imr/determination';

export interface DeterminationParams {
  readonly uri: string;
}

export interface Determination {
  readonly version: number;
  /** What is open in the letter as a whole, where anything is, then each decision block. */
  readonly rows: readonly DeterminationRow[];
}

export interface DeterminationRow {
  /** Unique in the letter, and the same in its next version. */
  readonly id: string;
  readonly sign: DeterminationSign;
  readonly label: string;
  /** What stands behind the label, less loudly. */
  readonly detail: string;
  /** More, in plain words; lines. */
  readonly tooltip: string;
  /** The row as a screen reader says it, its icon included. */
  readonly spoken: string;
  /** Where it leads; empty where something is missing. */
  readonly range: PlainRange;
  /** Index of the block it belongs to. */
  readonly block?: number;
  readonly children: readonly DeterminationRow[];
}

/** What kind of row it is, and what its icon tells. `element`: the id of an element, which is that of its sentence in `imr/rationaleChoices`. */
export type DeterminationSign =
  | { readonly kind: 'letter' | 'rationale' }
  | { readonly kind: 'block'; readonly outcome: BlockState['outcome']; readonly state: BlockState['state'] }
  | { readonly kind: 'element'; readonly element: string; readonly state: 'present' | 'open' | 'missing' | 'not-asked' }
  | {
      readonly kind: 'problem';
      readonly severity: 'error' | 'warning' | 'information' | 'hint';
      readonly isFixable: boolean;
    };

/** Client to server: the cursor of the letter that is being edited has moved, or (`null`) the editor has lost the focus. */
export const cursorMoved = 'imr/cursorMoved';

export interface CursorMoved {
  readonly uri: string;
  readonly position: PlainPosition | null;
}

/** Client to server: check this letter now, whatever `imr.run` says. */
export const checkLetter = 'imr/checkLetter';

export interface CheckLetter {
  readonly uri: string;
}

/** A finding as the server reported it: the version of its letter, and where in it. */
export interface FindingPlace {
  readonly uri: string;
  readonly version: number;
  readonly code: string;
  readonly range: PlainRange;
}

/** Request: add this finding to the suppressions. The answer is the file that was written; null where it is broken. */
export const ignoreHere = 'imr/ignoreHere';

export interface IgnoreHere extends FindingPlace {
  readonly reason: string;
}

/** Request: switch the rule off in the folder's configuration. The answer is as for `ignoreHere`. */
export const ignoreInFolder = 'imr/ignoreInFolder';

export interface WrittenFile {
  readonly uri: string;
}

/** Request without parameters: the forms a new letter may have, the latest last. */
export const letterForms = 'imr/letterForms';

export interface LetterFormInfo {
  readonly id: string;
  readonly title: string;
}

/** Request: a whole letter to fill in, as `InsertText` for an empty document. */
export const newLetter = 'imr/newLetter';

export interface NewLetterParams {
  readonly form: string;
  /** Empty: a place to fill in. */
  readonly specialty: string;
  readonly items: readonly NewItemParams[];
}

export interface NewItemParams {
  readonly item: string;
  readonly outcome: 'Upheld' | 'Overturned';
}

/** Request: one more decision block, behind the last one of an open letter. Null for a text that is no letter. */
export const newBlock = 'imr/newBlock';

export interface NewBlockParams extends NewItemParams {
  readonly uri: string;
}

/** Request: items that the summary names and no block decides, those denied first. */
export const undecidedItems = 'imr/undecidedItems';

export interface UndecidedItemsParams {
  readonly uri: string;
}

export interface UndecidedItemInfo {
  readonly item: string;
  readonly kind: 'denied' | 'requested';
}

/** Text to insert: `snippet` with tab stops, `text` without. */
export interface InsertText {
  readonly position: PlainPosition;
  /** End of the text that it takes the place of; absent where it only goes in. */
  readonly end?: PlainPosition;
  readonly text: string;
  readonly snippet: string;
}

/** Request: what the rationale of a block may still be given. Null where there is no such block. */
export const rationaleChoices = 'imr/rationaleChoices';

export interface RationaleChoicesParams {
  readonly uri: string;
  /** Index of the block, or a place in it. */
  readonly block: number | PlainPosition;
  /** Where the heading has none. */
  readonly outcome?: 'Upheld' | 'Overturned';
}

export interface RationaleChoices {
  /** Index of the block. */
  readonly block: number;
  readonly item: string;
  /** Null: nothing can be offered before there is one. */
  readonly outcome: 'Upheld' | 'Overturned' | null;
  readonly choices: readonly RationaleChoiceInfo[];
}

export interface RationaleChoiceInfo {
  readonly id: string;
  readonly group: 'whole' | 'missing' | 'standing';
  readonly title: string;
  /** What would be written. */
  readonly text: string;
}

/** Request: the text of the choices, and where it belongs, as `InsertText`. Null where they have none. */
export const insertRationale = 'imr/insertRationale';

export interface InsertRationaleParams {
  readonly uri: string;
  readonly block: number;
  readonly outcome: 'Upheld' | 'Overturned';
  readonly choices: readonly string[];
}

/** Request of the server: a file, as `FileRead`. Null for one that is not there or cannot be read. */
export const readFile = 'imr/readFile';

export interface ReadFile {
  readonly uri: string;
  /** In bytes. */
  readonly largest: number;
}

/** The bytes of a file, or why the client does not serve it: one of the reasons of `workspace/reach.ts`. */
export interface FileRead {
  readonly base64?: string;
  readonly refusal?: 'network' | 'elsewhere' | 'outside' | 'kind' | 'size';
}

/**
 * Request of the server: replace the text of a configuration or suppression file, and create it where there is none. True when it was
 * written; false, with nothing written, when its text is not `before` any more (empty: there is no file).
 */
export const replaceText = 'imr/replaceText';

export interface ReplaceText {
  readonly uri: string;
  readonly before: string;
  readonly text: string;
}

/** Request of the server: the URIs of files below a folder that may be letters by their name. */
export const findLetters = 'imr/findLetters';

export interface FindLetters {
  readonly folder: string;
  readonly limit: number;
}

/** Scheme of the pages about rules and guidelines, `imr-library:/rule/IMR301.md`; read by `workspace/textDocumentContent`. */
export const pageScheme = 'imr-library';

/**
 * Folder of the pages that are read before an open letter is signed, `imr-library:/check/<name>.md?<address of the letter>`. They
 * follow the letter while they are open.
 */
export const checkPages = '/check/';

/** Request: the same page to be kept in a file beside the letter, without links. Null for a text that is no open letter. */
export const signingRecord = 'imr/signingRecord';

export interface SigningRecordParams {
  readonly uri: string;
}

export interface SigningRecord {
  readonly text: string;
}

/** Commands that the client registers; the server names them in code lenses and code actions. */
export const clientCommands = {
  /** Shows the ledger of a block. Arguments: the letter's uri, the block's index from 0. */
  showLedger: 'imr.showLedger',
  /** Asks what to write into the rationale of a block, and writes it. Arguments, or none for the block of the cursor: uri, index. */
  insertRationale: 'imr.insertRationale',
  /** Shows a page of `pageScheme`. Argument: its address. */
  openPage: 'imr.openPage',
  /** Asks for a reason and has the finding ignored (`ignoreHere`). Argument: a `FindingPlace`. */
  ignoreHere: 'imr.ignoreHere',
  /** Has the rule of a finding switched off for the letter's folder (`ignoreInFolder`). Argument: a `FindingPlace`. */
  ignoreInFolder: 'imr.ignoreInFolder',
} as const;

/** The settings that the server reads, each below `imr.`, as `package.json` declares them. */
export interface EditorSettings {
  /** When a letter is checked. `manual`: when the person asks. */
  readonly run: 'onType' | 'onSave' | 'manual';
  /** Severity, or severity and options, by code or name of a rule. */
  readonly rules: Readonly<Record<string, unknown>>;
  /** A line above each decision block: outcome, elements, problems. */
  readonly codeLens: boolean;
  /** Check all letters of the folder, not only the open ones. */
  readonly checkFolder: boolean;
  /** Longest line that formatting makes, in characters; 0: one line a paragraph. */
  readonly formatWidth: number;
  /** Generic names behind brands, topics behind bare pages. */
  readonly inlayHints: boolean;
}

export const defaultSettings: EditorSettings = {
  run: 'onType',
  rules: {},
  codeLens: true,
  checkFolder: false,
  formatWidth: 100,
  inlayHints: false,
};
