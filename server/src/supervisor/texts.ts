import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Cause } from './host';
import { type Message, notificationOf, partOf } from './message';
import { actionsFor, publicationFor, type Reason, reportFor, stateFor } from './not-checked';
import { OpenTexts, openingOf } from './open-texts';
import { RestingTexts, type Work } from './resting';

/** The open texts, and which of them the worker has. */
export class Texts {
  /** Set when there is no worker and none will be started. */
  hasStopped = false;
  readonly #open = new OpenTexts();
  readonly #resting = new RestingTexts();
  readonly #longest: number;
  /** The addresses that the current worker has open. */
  readonly #told = new Set<string>();
  /** The addresses that the client knows as not checked. */
  readonly #announced = new Set<string>();

  constructor(longest: number) {
    this.#longest = longest;
  }

  get resting(): readonly string[] {
    return this.#resting.all();
  }

  all(): readonly TextDocument[] {
    return this.#open.all();
  }

  rest(work: Work, cause: Cause): void {
    this.#resting.add(work, cause);
  }

  /** Applies a notification of the client and returns what to forward to the worker. */
  follow(message: Message): readonly Message[] {
    const isAboutText = message.method?.startsWith('textDocument/') ?? false;
    if (!isAboutText) return [message];
    const text = this.#open.follow(message);
    if (!text) return [message];
    if (message.method === 'textDocument/didClose') {
      this.#resting.forget(text.uri);
      return this.#told.delete(text.uri) ? [message] : [];
    }
    return this.#reasonFor(text) ? this.#withhold(text) : this.#tell(text, message);
  }

  /** The messages that open all texts in a new worker. */
  replay(): readonly Message[] {
    this.#told.clear();
    return this.all().flatMap((text) => (this.#reasonFor(text) ? [] : this.#tell(text)));
  }

  /** Allows a resting text to be checked again and returns what to send to the worker. */
  wake(uri: string): readonly Message[] {
    this.#resting.forget(uri);
    const text = this.#open.get(uri);
    return text && !this.#told.has(uri) && !this.#reasonFor(text) ? this.#tell(text) : [];
  }

  /** Closed files that have changed on disk may be read again. An open text rests until its content changes. */
  filesChanged(params: unknown): void {
    const changes = partOf(params, 'changes');
    const uris = Array.isArray(changes) ? changes.map((change) => String(partOf(change, 'uri'))) : [];
    for (const uri of uris) if (!this.#open.get(uri)) this.#resting.forget(uri);
  }

  /** The report in place of an empty list. Undefined for a text that is checked. */
  reportFor(uri: string): object | undefined {
    const [text, reason] = this.#withheld(uri);
    return text && reason && reportFor(text, reason);
  }

  /** Like `reportFor`. */
  actionsFor(uri: string): readonly object[] | undefined {
    const [text, reason] = this.#withheld(uri);
    return text && reason && actionsFor(text, reason);
  }

  /** The notification that a text is not checked, or nothing after it is closed. */
  news(uri: string, isClosed: boolean): readonly Message[] {
    const [text, reason] = this.#withheld(uri);
    if (text && reason) {
      this.#announced.add(uri);
      return [publicationFor(text, reason), stateFor(text, reason)];
    }
    const emptied = notificationOf('textDocument/publishDiagnostics', { uri, diagnostics: [] });
    return this.#announced.delete(uri) && isClosed ? [emptied] : [];
  }

  #withheld(uri: string): [TextDocument | undefined, Reason | undefined] {
    const text = this.#open.get(uri);
    return [text, text && this.#reasonFor(text)];
  }

  #reasonFor(text: TextDocument): Reason | undefined {
    if (this.hasStopped) return 'stopped';
    if (text.getText().length > this.#longest) return 'length';
    return this.#resting.causeFor(text.uri, text.version);
  }

  /** Returns `message` if the worker has the text, otherwise the message that opens it. */
  #tell(text: TextDocument, message?: Message): readonly Message[] {
    const isKnown = this.#told.has(text.uri);
    this.#told.add(text.uri);
    return isKnown && message ? [message] : [openingOf(text)];
  }

  #withhold({ uri }: TextDocument): readonly Message[] {
    return this.#told.delete(uri) ? [notificationOf('textDocument/didClose', { textDocument: { uri } })] : [];
  }
}
