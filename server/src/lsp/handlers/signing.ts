import { rules, type SigningContext, signingCheckOf, signingPage, signingRecord as toRecord } from '../../core/index';
import { onRequest } from '../../protocol/messages';
import { type SigningRecord, signingRecord } from '../../protocol/pages';
import type { CheckedLetter } from '../letters';
import { checkedLetterOf, nameOfFile } from '../pages';
import { answerChecked, type Session } from '../session';

/** What is read before a letter is signed: the record to keep beside it, and its page, shown anew while the letter changes. */
export function handleSigning(session: Session): void {
  const { connection, client, documents, checks, runtime } = session;

  onRequest(connection, signingRecord, ({ uri }, token) =>
    answerChecked<SigningRecord | null>(session, 'signing record', uri, null, token, (letter) => ({
      text: toRecord(checkOf(session, letter)),
    })),
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

/** The page about an open letter; one that is closed cannot be told of. */
export async function signingPageOf(session: Session, uri: string): Promise<string> {
  const letter = await session.letters.check(uri);
  if (letter) return signingPage(checkOf(session, letter), (line) => `${uri}#L${line}`);
  return '# Check before signing\n\nThe letter is not open. Open it, and this page tells of it as it stands.\n';
}

/** All findings count, those too that wait while their block is being written. */
function checkOf({ runtime }: Session, letter: CheckedLetter): ReturnType<typeof signingCheckOf> {
  const { workspace } = letter.settings;
  const context: SigningContext = {
    name: nameOfFile(letter.uri),
    problems: letter.problems,
    ignored: letter.suppressed.map(({ problem, suppression }) => ({ problem, reason: suppression.reason })),
    rules,
    isOn: (rule) => workspace.rules.severityOf(rule) !== null,
    failed: letter.failures.map(({ rule }) => rule),
    isLeftOut: !workspace.isIncluded,
    product: `imr-determinations ${runtime.version}`,
    packs: workspace.packs.map(({ path, fingerprint }) => ({ name: nameOfFile(path), fingerprint })),
  };
  return signingCheckOf(letter.ask, context);
}
