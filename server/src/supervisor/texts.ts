import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Cause } from './host';
import { type Message, notificationOf, partOf } from './message';
import { actionsFor, publicationFor, type Reason, reportFor, stateFor } from './not-checked';
import { OpenTexts, openingOf } from './open-texts';
import { RestingTexts, type Work } from './resting';

/** The open texts, and which of them the worker is told of. */
export class Texts {
  /** Set while there is no worker, and there will be none. */
  hasStopped = false;
  readonly #open = new OpenTexts();
  readonly #resting = new RestingTexts();
  readonly #longest: number;
  /** The addresses that the present worker knows as open. */
  readonly #told = new Set<string>();
  /** The addresses of which the client was told that they are not checked. */
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

  /** Takes in a notification of the client; gives what the worker is told for it. */
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

  /** What a new worker is told of the open texts. */
  replay(): readonly Message[] {
    this.#told.clear();
    return this.all().flatMap((text) => (this.#reasonFor(text) ? [] : this.#tell(text)));
  }

  /** Lets a resting text be checked again; gives what the worker is told for it. */
  wake(uri: string): readonly Message[] {
    this.#resting.forget(uri);
    const text = this.#open.get(uri);
    return text && !this.#told.has(uri) && !this.#reasonFor(text) ? this.#tell(text) : [];
  }

  /** Closed files that have changed on the disk need not rest. An open text rests until it is itself another. */
  filesChanged(params: unknown): void {
    const changes = partOf(params, 'changes');
    const uris = Array.isArray(changes) ? changes.map((change) => String(partOf(change, 'uri'))) : [];
    for (const uri of uris) if (!this.#open.get(uri)) this.#resting.forget(uri);
  }

  /** In place of an empty list; undefined for a text that is checked. */
  reportFor(uri: string): object | undefined {
    const [text, reason] = this.#withheld(uri);
    return text && reason && reportFor(text, reason);
  }

  /** As `reportFor`. */
  actionsFor(uri: string): readonly object[] | undefined {
    const [text, reason] = this.#withheld(uri);
    return text && reason && actionsFor(text, reason);
  }

  /** What the client is told unasked: that a text is not checked; and nothing more of it once it is closed. */
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

  /** With `message`, where the worker has the version before it. */
  #tell(text: TextDocument, message?: Message): readonly Message[] {
    const isKnown = this.#told.has(text.uri);
    this.#told.add(text.uri);
    return isKnown && message ? [message] : [openingOf(text)];
  }

  #withhold({ uri }: TextDocument): readonly Message[] {
    return this.#told.delete(uri) ? [notificationOf('textDocument/didClose', { textDocument: { uri } })] : [];
  }
}
