import { TextDocument } from 'vscode-languageserver-textdocument';
import { addressIn, type Message, notificationOf, partOf } from './message';

type Change = Parameters<typeof TextDocument.update>[1][number];

/** The open texts as the client last sent them, for the next worker. */
export class OpenTexts {
  readonly #texts = new Map<string, TextDocument>();

  get(uri: string): TextDocument | undefined {
    return this.#texts.get(uri);
  }

  all(): readonly TextDocument[] {
    return [...this.#texts.values()];
  }

  /** Applies `didOpen`, `didChange`, or `didClose`. Undefined for one that makes no sense, e.g. a change of a text that is not open. */
  follow({ method, params }: Message): TextDocument | undefined {
    const uri = addressIn(params);
    if (uri === undefined) return undefined;
    if (method === 'textDocument/didOpen') this.#open(uri, partOf(params, 'textDocument'));
    const text = this.#texts.get(uri);
    if (text && method === 'textDocument/didClose') this.#texts.delete(uri);
    if (text && method === 'textDocument/didChange') return changed(text, params);
    return text;
  }

  #open(uri: string, item: unknown): void {
    const text = partOf(item, 'text');
    if (typeof text !== 'string') return;
    this.#texts.set(
      uri,
      TextDocument.create(uri, String(partOf(item, 'languageId')), Number(partOf(item, 'version')), text),
    );
  }
}

/** Undefined for a change that breaks the protocol, which must not end the process. */
function changed(text: TextDocument, params: unknown): TextDocument | undefined {
  const version = partOf(params, 'textDocument', 'version');
  const changes = partOf(params, 'contentChanges');
  try {
    return TextDocument.update(text, Array.isArray(changes) ? (changes as Change[]) : [], Number(version));
  } catch {
    // The library throws only for this. The worker refuses the change too, and logs it.
    return undefined;
  }
}

/** The message that opens the text in a worker. */
export function openingOf(text: TextDocument): Message {
  const { uri, languageId, version } = text;
  return notificationOf('textDocument/didOpen', {
    textDocument: { uri, languageId, version, text: text.getText() },
  });
}
