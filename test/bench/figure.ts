/** What is measured, and how it is judged. */
export interface Figure {
  /** Told apart by it in the baseline. */
  readonly name: string;
  readonly value: number;
  /** `units`: times the JSON service on as many bytes. `x`: times what the name says. */
  readonly unit: Unit;
  /** What issue and architecture ask for. */
  readonly target?: number;
  /** More is better; else less is. */
  readonly isMoreBetter?: true;
  /** A remark on where the figure comes from. */
  readonly note?: string;
}

export type Unit = 'units' | 'x' | 'exponent' | 'features' | 'words' | 'KB' | 'MB' | 'ms' | 's' | 'letters/s';

/** What each group of rows is given. */
export interface Setup {
  /** The project's root. */
  readonly root: string;
  /** Fewer and smaller runs: shows that everything runs, and what is much slower than before. */
  readonly isQuick: boolean;
  /** A letter of about 12.6 KB. */
  readonly letter: string;
}

export interface Row {
  /** What `--only` chooses by. */
  readonly group: string;
  readonly measure: (setup: Setup) => Promise<readonly Figure[]>;
}
