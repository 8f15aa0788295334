import {
  changesInWords,
  changesSince,
  type LineAddress,
  type SigningCheck,
  signingDocument,
  signingPage as toPage,
  signingRecord as toRecord,
} from '../../core/index';
import { onRequest } from '../../protocol/messages';
import { recordName } from '../../protocol/pages';
import {
  type SigningPage,
  type SigningRecord,
  signingPage,
  signingRecord,
  type VerifiedRecord,
  verifyRecord,
} from '../../protocol/signing';
import { readTextFile, type TextFile } from '../../workspace/file-system';
import { parentOf, resolvePath } from '../../workspace/paths';
import { largestSettingsFile } from '../../workspace/reach';
import { signingCheckIn } from '../../workspace/signing-check';
import type { CheckedLetter } from '../letters';
import { checkedLetterOf, nameOfFile } from '../pages';
import { answerChecked, type Session } from '../session';

/** Serves the check of a letter before signing: the record to save beside it, and its page, which follows the letter. */
export function handleSigning(session: Session): void {
  const { connection, client, documents, checks, runtime } = session;

  onRequest(connection, signingPage, ({ uri, marks }, token) =>
    answerChecked<SigningPage | null>(session, 'signing page', uri, null, token, async (letter) => {
      const saved = await savedTextOf(session, uri);
      return { version: letter.version, ...signingDocument(checkOf(session, letter), saved, marks) };
    }),
  );

  onRequest(connection, signingRecord, ({ uri, marks }, token) =>
    answerChecked<SigningRecord | null>(session, 'signing record', uri, null, token, (letter) => ({
      text: toRecord(checkOf(session, letter), marks),
    })),
  );

  onRequest(connection, verifyRecord, ({ uri }, token) =>
    answerChecked<VerifiedRecord | null>(session, 'saved check', uri, null, token, (letter) => verify(session, letter)),
  );

  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const refresh = (page: string): void => {
    waiting.delete(page);
    if (documents.get(page)) checks.safely(() => connection.workspace.textDocumentContent.refresh(page));
  };
  const follow = (letter: string): void => {
    if (!client.refreshesPages) return;
    for (const page of documents.keys()) {
      if (checkedLetterOf(page) !== letter) continue;
      clearTimeout(waiting.get(page));
      waiting.set(
        page,
        setTimeout(() => refresh(page), runtime.checkDelay),
      );
    }
  };
  documents.onDidChangeContent(({ document }) => follow(document.uri));
  documents.onDidClose(({ document }) => follow(document.uri));
}

/** The page about an open letter. There is none for a closed letter. */
export async function signingPageOf(session: Session, uri: string): Promise<string> {
  const letter = await session.letters.check(uri);
  if (!letter) {
    return '# Check before signing\n\nThe letter is not open. Open it to see its check here.\n';
  }
  return toPage(checkOf(session, letter), lineAddress(uri), await savedTextOf(session, uri));
}

function lineAddress(uri: string): LineAddress {
  return (line, column = 1) => `${uri}#L${line}${column === 1 ? '' : `,${column}`}`;
}

/** Undefined if no readable check is saved beside the letter. */
async function savedTextOf(session: Session, uri: string): Promise<string | undefined> {
  const saved = await savedRecordOf(session, uri);
  return saved && 'text' in saved ? saved.text : undefined;
}

/** The check that is saved beside the letter, if any. */
async function savedRecordOf({ savedFiles }: Session, uri: string): Promise<TextFile | undefined> {
  const folder = parentOf(uri);
  if (folder === undefined || uri.startsWith('untitled:')) return undefined;
  const limits = { within: folder, largest: largestSettingsFile };
  return readTextFile(savedFiles, resolvePath(folder, recordName(nameOfFile(uri))), limits);
}

async function verify(session: Session, letter: CheckedLetter): Promise<VerifiedRecord> {
  const saved = await savedRecordOf(session, letter.uri);
  const name = recordName(nameOfFile(letter.uri));
  if (!saved) return { state: 'missing', message: `No check is saved beside the letter: there is no ${name}.` };
  if ('error' in saved) return { state: 'unreadable', message: `${name} cannot be read: ${saved.error}` };
  const changes = changesSince(saved.text, toRecord(checkOf(session, letter)));
  if (!changes) return { state: 'unreadable', message: `${name} is not a check saved before signing.` };
  return { state: changes.all.length > 0 ? 'changed' : 'unchanged', message: `${changesInWords(changes)}.` };
}

/** All findings count, including those that wait while their block is being written. */
function checkOf({ runtime }: Session, letter: CheckedLetter): SigningCheck {
  return signingCheckIn(letter.settings.workspace, letter, letter.uri, {
    version: runtime.version,
    nameOf: nameOfFile,
  });
}
