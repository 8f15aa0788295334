import { expect, it } from 'vitest';
import { notificationOf } from '../../server/src/supervisor/message';
import { OpenTexts } from '../../server/src/supervisor/open-texts';

const uri = 'file:///a.imr';

it.each([[7], [null], [{ text: 7 }], [{ text: 'x', range: null }]])(
  'a malformed change, %j, is passed over',
  (change) => {
    const texts = new OpenTexts();
    texts.follow(
      notificationOf('textDocument/didOpen', { textDocument: { uri, languageId: 'imr', version: 1, text: 'a' } }),
    );
    const textDocument = { uri, version: 2 };
    const changed = notificationOf('textDocument/didChange', { textDocument, contentChanges: [change] });
    expect(texts.follow(changed)).toBeUndefined();
    expect(texts.get(uri)?.getText()).toBe('a');
  },
);
