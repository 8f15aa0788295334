import { TextDocumentSaveReason } from 'vscode-languageserver';
import { type Ask, type Problem, usesLanguage } from '../core/index';
import { type CursorMoved, checkLetter, cursorMoved } from '../protocol/checking';
import { onNotification } from '../protocol/messages';
import { toOffset } from './convert';
import { describeError } from './guard';
import type { CheckedLetter } from './letters';
import type { Services } from './services';
import { ShownFindings } from './shown-findings';

type Listener = (letter: CheckedLetter, problems: readonly Problem[]) => void;

/** State of one open text. */
interface TextState {
  /** Counters that make findings due without a change of the text. */
  saves: number;
  asked: number;
  released: number;
  readonly findings: ShownFindings;
  /** Why the letter is about to be saved, if the client says so. */
  saveReason: TextDocumentSaveReason | undefined;
  /** Result of the last delivery. */
  delivered: string | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the wait for a client that does not send its cursor. */
  restTimer: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds after the last change during which a person counts as typing, for clients that do not send the cursor. */
const writingRest = 1000;

/** Milliseconds after a delivery before tagger and dictionary are loaded. Loading cannot be interrupted, so pending requests go first. */
const languageRest = 200;

/** Decides when findings are shown: when `imr.run` says so, and not while a person is writing the text that they are about. */
export class Checks {
  readonly #services: Services;
  readonly #states = new Map<string, TextState>();
  readonly #due: Listener[] = [];
  readonly #others: ((uri: string) => void)[] = [];
  readonly #stale: (() => void)[] = [];
  #languageTimer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(services: Services) {
    this.#services = services;
    const { connection, client, documents, runtime } = services;
    documents.onDidChangeContent(({ document: { uri, changes } }) => {
      const delay = this.#states.has(uri) ? runtime.checkDelay : 0;
      const state = this.#stateOf(uri);
      if (changes.length > 0) state.findings.edit(changes);
      this.#schedule(uri, delay);
      if (client.cursor) return;
      clearTimeout(state.restTimer);
      state.restTimer = setTimeout(() => this.safely(() => this.#stopWaiting(uri)), runtime.writingRest ?? writingRest);
    });
    documents.onWillSave(({ document, reason }) => {
      this.#stateOf(document.uri).saveReason = reason;
    });
    documents.onDidSave(({ document }) => this.#saved(document.uri));
    documents.onDidClose(({ document }) => this.#closed(document.uri));
    services.language.onLoaded(() => this.restart());
    onNotification(connection, checkLetter, ({ uri }) => this.#asked(uri));
    onNotification(connection, cursorMoved, (moved) => this.#cursorMoved(moved));
  }

  /** The findings to show now. */
  shown(letter: CheckedLetter): readonly Problem[] {
    return this.#stateOf(letter.uri).findings.show(letter);
  }

  /** The version of the letter in which to count elements. It does not change while a sentence is being written. */
  settled(letter: CheckedLetter): Ask {
    return this.#stateOf(letter.uri).findings.settled(letter).ask;
  }

  /** Changes whenever other findings are due. While it is the same, nothing needs to be sent. */
  resultId({ uri, version, settings, language }: CheckedLetter): string {
    const { saves, asked, released } = this.#stateOf(uri);
    const { run } = settings.editor;
    const moments = { onType: `v${version}.${released}`, onSave: `s${saves}`, manual: 'm' };
    return `${this.#services.runtime.generation ?? 0}.${settings.stamp}${language ? 'l' : ''}.${asked}.${moments[run]}`;
  }

  /** Calls `listener`, after a pause, with each open letter whose findings are due. */
  onDue(listener: Listener): void {
    this.#due.push(listener);
  }

  /** Calls `listener`, after a pause, with each open text that is not a letter. */
  onOther(listener: (uri: string) => void): void {
    this.#others.push(listener);
  }

  /** Calls `listener` when findings are due although no text has changed, which a client that pulls cannot know. */
  onStale(listener: () => void): void {
    this.#stale.push(listener);
  }

  /** Makes everything due, for new settings. */
  restart(): void {
    for (const uri of this.#services.documents.keys()) this.#schedule(uri, 0);
    for (const listener of this.#stale) listener();
  }

  /** Stops all checks because the client is leaving. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#languageTimer);
    for (const uri of [...this.#states.keys()]) this.#closed(uri);
  }

  /** Runs background work. Its failure affects nothing else. */
  safely(work: () => Promise<unknown>): void {
    work().catch((error) => {
      if (!this.#isOver) this.#services.connection.console.error(`check failed: ${describeError(error)}`);
    });
  }

  #stateOf(uri: string): TextState {
    let state = this.#states.get(uri);
    if (!state) {
      state = {
        saves: 0,
        asked: 0,
        released: 0,
        findings: new ShownFindings(this.#services.client.cursor),
        saveReason: undefined,
        delivered: undefined,
        timer: undefined,
        restTimer: undefined,
      };
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
    if (usesLanguage(letter.settings.workspace.rules)) this.#loadLanguageAtRest();
  }

  #loadLanguageAtRest(): void {
    const { language } = this.#services;
    if (this.#isOver || language.current) return;
    clearTimeout(this.#languageTimer);
    this.#languageTimer = setTimeout(() => this.safely(() => language.load()), languageRest);
  }

  #release(uri: string): void {
    this.#schedule(uri, 0);
    for (const listener of this.#stale) listener();
  }

  /** An automatic save does not end the wait. A client that does not state the reason counts as saving manually. */
  #saved(uri: string): void {
    const state = this.#stateOf(uri);
    const { saveReason: reason } = state;
    state.saveReason = undefined;
    state.saves++;
    const isByHand = reason === undefined || reason === TextDocumentSaveReason.Manual;
    this.safely(async () => {
      if (isByHand) await this.#stopWaiting(uri);
      const letter = await this.#services.letters.open(uri);
      if (letter?.settings.editor.run === 'onSave') this.#release(uri);
    });
  }

  #asked(uri: string): void {
    const state = this.#states.get(uri);
    if (!state) return;
    state.asked++;
    state.findings.release();
    this.#release(uri);
  }

  #cursorMoved({ uri, position }: CursorMoved): void {
    if (!this.#states.get(uri)?.findings.isWriting) return;
    const version = this.#services.documents.get(uri)?.version;
    this.safely(() =>
      this.#stopWaiting(uri, (findings, letter) => {
        if (!position) findings.release();
        // If the letter has changed since, the next message reports it.
        else if (letter.version === version) findings.move(toOffset(letter.source, position));
      }),
    );
  }

  /** Changes what findings wait for and delivers them if others are to be shown than before. */
  async #stopWaiting(
    uri: string,
    change = (findings: ShownFindings, _: CheckedLetter): void => findings.release(),
  ): Promise<void> {
    const letter = await this.#services.letters.check(uri);
    const state = this.#states.get(uri);
    if (!letter || !state?.findings.isWriting) return;
    const before = state.findings.show(letter);
    change(state.findings, letter);
    const after = state.findings.show(letter);
    if (before.length === after.length && before.every((problem, i) => problem === after[i])) return;
    state.released++;
    this.#release(uri);
  }

  #closed(uri: string): void {
    const state = this.#states.get(uri);
    clearTimeout(state?.timer);
    clearTimeout(state?.restTimer);
    this.#states.delete(uri);
  }
}
