/** Commands that the client registers; the server names them in code lenses and code actions. */
export const clientCommands = {
  /** Shows the ledger of a block. Arguments: the letter's uri, the block's index from 0. */
  showLedger: 'imr.showLedger',
  /** Asks what to write into the rationale of a block, and writes it. Arguments, or none for the block of the cursor: uri, index. */
  insertRationale: 'imr.insertRationale',
  /** Shows a page of `pageScheme`. Argument: its address. */
  openPage: 'imr.openPage',
  /** Goes to a line of a letter. Arguments: the letter's uri, the line from 1. */
  showLine: 'imr.showLine',
  /** Asks for a reason and has the finding ignored (`ignoreHere`). Argument: a `FindingPlace`. */
  ignoreHere: 'imr.ignoreHere',
  /** Has the rule of a finding switched off for the letter's folder (`ignoreInFolder`). Argument: a `FindingPlace`. */
  ignoreInFolder: 'imr.ignoreInFolder',
  /** Adds a word to the setting `imr.words` of the user. Argument: a `WordOfLetter`. */
  addWordForUser: 'imr.addWordForUser',
  /** Has a word added to the configuration of the letter's folder (`addWordInFolder`). Argument: a `WordOfLetter`. */
  addWordInFolder: 'imr.addWordInFolder',
} as const;

/** Commands that the server runs, by `workspace/executeCommand`. */
export const serverCommands = {
  /** Checks a letter again whose check was ended. Argument: its uri. */
  tryAgain: 'imr.tryAgain',
  /** Explains a rule in a message, for a client that cannot open its page. Argument: its code. */
  explain: 'imr.explain',
} as const;
