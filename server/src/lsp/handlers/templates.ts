import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { blockAround, findOpenTexts, ledgerOf, readText, templateFrom } from '../../core/index';
import type { WrittenFile } from '../../protocol/ignoring';
import { onRequest } from '../../protocol/messages';
import { openPlaces } from '../../protocol/open-places';
import { saveTemplate, type TemplateDraft, templateDraft } from '../../protocol/templates';
import { toRange, toSpan } from '../convert';
import { answer, type Session } from '../session';
import { writeSettings } from '../write-settings';

/** Serves a person's own templates and the open places of a letter. */
export function handleTemplates(session: Session): void {
  const { connection } = session;

  onRequest(connection, templateDraft, ({ uri, range }, token) =>
    answer<TemplateDraft | null>(session, 'template draft', uri, null, token, ({ ask, source, settings }) => {
      const { span, text } = readText(source.text, toSpan(source, range));
      if (text === '') return null;
      const block = blockAround(ask.letter, span);
      return {
        text: templateFrom(ask, block, span),
        class: (block && ask(ledgerOf, block).class?.id) ?? null,
        outcome: block?.heading.outcome.value ?? null,
        classes: settings.workspace.library.classes.map(({ id, name }) => ({ id, name })),
      };
    }),
  );

  onRequest(connection, saveTemplate, ({ uri, ...template }, token) =>
    answer<WrittenFile | null>(session, 'save template', uri, null, token, async ({ settings: { workspace } }) => {
      const writer = await import('../../workspace/save-template');
      const added = await writeSettings(session, async (files) => {
        const content = await writer.addTemplate(files, workspace, template);
        if (typeof content === 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, content);
        return content;
      });
      const named = added && (await writeSettings(session, (files) => writer.namePack(files, workspace)));
      if (added && !named)
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'The configuration is broken: repair it first.');
      return added;
    }),
  );

  onRequest(connection, openPlaces, ({ uri }, token) =>
    answer(session, 'open places', uri, [], token, ({ source }) =>
      findOpenTexts(source.text).map((open) => toRange(source, open)),
    ),
  );
}
