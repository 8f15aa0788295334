import type { Problem } from '../core/index';
import { type CursorMoved, checkLetter, cursorMoved } from '../protocol/checking';
import { onNotification } from '../protocol/messages';
import { toOffset } from './convert';
import { describeError } from './guard';
import type { CheckedLetter } from './letters';
import type { Services } from './session';

type Listener = (letter: CheckedLetter, problems: readonly Problem[]) => void;

/** What is remembered of one open text. */
interface TextState {
  /** Count what makes findings due besides a change of the text. */
  saves: number;
  asked: number;
  released: number;
  /** Where the person is writing: findings about the unfinished in this block wait. */
  writingAt: number | undefined;
  /** Result of the last delivery. */
  delivered: string | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Decides when findings are shown: when `imr.run` says so, and those about what is not written yet (the rule marks them) not
 * before the cursor has left their block or the letter is saved.
 */
export class Checks {
  readonly #services: Services;
  readonly #states = new Map<string, TextState>();
  readonly #due: Listener[] = [];
  readonly #others: ((uri: string) => void)[] = [];
  readonly #stale: (() => void)[] = [];
  #isOver = false;

  constructor(services: Services) {
    this.#services = services;
    const { connection, client, documents, runtime } = services;
    documents.onDidChangeContent(({ document: { uri, lastEdit } }) => {
      const delay = this.#states.has(uri) ? runtime.checkDelay : 0;
      if (client.cursor) this.#stateOf(uri).writingAt = lastEdit;
      this.#schedule(uri, delay);
    });
    documents.onDidSave(({ document }) => this.#saved(document.uri));
    documents.onDidClose(({ document }) => this.#closed(document.uri));
    onNotification(connection, checkLetter, ({ uri }) => this.#asked(uri));
    onNotification(connection, cursorMoved, (moved) => this.#cursorMoved(moved));
  }

  /** The findings to show now. */
  shown(letter: CheckedLetter): readonly Problem[] {
    const { writingAt } = this.#stateOf(letter.uri);
    if (writingAt === undefined) return letter.problems;
    const block = blockAt(letter, writingAt);
    return letter.problems.filter((problem) => !problem.isAboutUnfinished || problem.block !== block);
  }

  /** Changes whenever other findings are due; while it stays nothing needs to be sent. */
  resultId({ uri, version, settings }: CheckedLetter): string {
    const { saves, asked, released } = this.#stateOf(uri);
    const { run } = settings.editor;
    const moments = { onType: `v${version}.${released}`, onSave: `s${saves}`, manual: 'm' };
    return `${this.#services.runtime.generation ?? 0}.${settings.stamp}.${asked}.${moments[run]}`;
  }

  /** Calls `listener`, after a rest, with each open letter whose findings are due. */
  onDue(listener: Listener): void {
    this.#due.push(listener);
  }

  /** Calls `listener`, after a rest, with each open text that is no letter. */
  onOther(listener: (uri: string) => void): void {
    this.#others.push(listener);
  }

  /** Calls `listener` when findings are due although no text has changed, which a client that pulls cannot know. */
  onStale(listener: () => void): void {
    this.#stale.push(listener);
  }

  /** For new settings: all is due. */
  restart(): void {
    for (const uri of this.#services.documents.keys()) this.#schedule(uri, 0);
    for (const listener of this.#stale) listener();
  }

  /** Nothing is checked any more: the client is leaving. */
  stop(): void {
    this.#isOver = true;
    for (const uri of [...this.#states.keys()]) this.#closed(uri);
  }

  /** Runs what nobody waits for: what fails costs nothing but itself. */
  safely(work: () => Promise<void>): void {
    work().catch((error) => {
      if (!this.#isOver) this.#services.connection.console.error(`check failed: ${describeError(error)}`);
    });
  }

  #stateOf(uri: string): TextState {
    let state = this.#states.get(uri);
    if (!state) {
      state = { saves: 0, asked: 0, released: 0, writingAt: undefined, delivered: undefined, timer: undefined };
      this.#states.set(uri, state);
    }
    return state;
  }

  #schedule(uri: string, delay: number): void {
    const state = this.#stateOf(uri);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => this.safely(() => this.#deliver(uri)), delay);
  }

  async #deliver(uri: string): Promise<void> {
    const letter = await this.#services.letters.check(uri);
    const state = this.#states.get(uri);
    if (!state) return;
    if (!letter) {
      for (const listener of this.#others) listener(uri);
      return;
    }
    const id = this.resultId(letter);
    if (state.delivered === id) return;
    state.delivered = id;
    for (const listener of this.#due) this.safely(async () => listener(letter, this.shown(letter)));
  }

  #release(uri: string): void {
    this.#schedule(uri, 0);
    for (const listener of this.#stale) listener();
  }

  #saved(uri: string): void {
    this.#stateOf(uri).saves++;
    this.safely(() => this.#stopWaiting(uri, (letter) => letter.settings.editor.run === 'onSave'));
  }

  #asked(uri: string): void {
    const state = this.#states.get(uri);
    if (!state) return;
    state.asked++;
    state.writingAt = undefined;
    this.#release(uri);
  }

  #cursorMoved({ uri, position }: CursorMoved): void {
    this.safely(() =>
      this.#stopWaiting(
        uri,
        () => false,
        (letter, writingAt) =>
          position !== null && blockAt(letter, toOffset(letter.source, position)) === blockAt(letter, writingAt),
      ),
    );
  }

  /** Lets findings that waited out, and all where `always` says so; not while the person `goesOn` writing in the block. */
  async #stopWaiting(
    uri: string,
    always: (letter: CheckedLetter) => boolean,
    goesOn: (letter: CheckedLetter, writingAt: number) => boolean = () => false,
  ): Promise<void> {
    const letter = await this.#services.letters.check(uri);
    const state = this.#states.get(uri);
    if (!letter || !state) return;
    if (state.writingAt !== undefined && goesOn(letter, state.writingAt)) return;
    const held = this.shown(letter).length < letter.problems.length;
    state.writingAt = undefined;
    if (held) state.released++;
    if (held || always(letter)) this.#release(uri);
  }

  #closed(uri: string): void {
    clearTimeout(this.#states.get(uri)?.timer);
    this.#states.delete(uri);
  }
}

/** The block that begins last before `offset`; white space behind a block still belongs to who writes there. */
function blockAt({ ask }: CheckedLetter, offset: number): number | undefined {
  return ask.letter.blocks.findLast(({ span }) => span.start <= offset)?.index;
}
