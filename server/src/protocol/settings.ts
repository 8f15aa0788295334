/** The settings that the server reads, each below `imr.`, as `package.json` declares them. */
export interface EditorSettings {
  /** When a letter is checked. `manual`: when the person asks. */
  readonly run: 'onType' | 'onSave' | 'manual';
  /** Severity, or severity and options, by code or name of a rule. */
  readonly rules: Readonly<Record<string, unknown>>;
  /** Check spelling and grammar too. `language` in a configuration file takes precedence. */
  readonly language: boolean;
  /** Words that are spelled right. */
  readonly words: readonly string[];
  /** A line above each decision block: outcome, elements, problems. */
  readonly codeLens: boolean;
  /** Check all letters of the folder, not only the open ones. */
  readonly checkFolder: boolean;
  /** Longest line that formatting makes, in characters; 0: one line a paragraph. */
  readonly formatWidth: number;
  /** Generic names behind brands, topics behind bare pages. */
  readonly inlayHints: boolean;
  /** The next standard sentence of a rationale as ghost text. */
  readonly inlineSentences: boolean;
}

export const defaultSettings: EditorSettings = {
  run: 'onType',
  rules: {},
  language: true,
  words: [],
  codeLens: true,
  checkFolder: false,
  formatWidth: 100,
  inlayHints: false,
  inlineSentences: false,
};
