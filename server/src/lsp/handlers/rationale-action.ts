import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { type DecisionBlock, insertChoices, overlaps, type Span, touches } from '../../core/index';
import { clientCommands } from '../../protocol/commands';
import { isWithin, toSpan, toWorkspaceEdit } from '../convert';
import type { CheckedLetter } from '../letters';
import type { Session } from '../session';

const kind = CodeActionKind.RefactorRewrite;

/**
 * On an item's heading or in its rationale: a list of what the rationale may be given, or, for a client that cannot show one, all
 * that is missing. Only where a person asks: a light bulb on every line of a rationale would say nothing.
 */
export function rationaleActions(
  { client }: Session,
  letter: CheckedLetter,
  { range, context }: CodeActionParams,
): CodeAction[] {
  if (context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  if (context.only && !context.only.some((only) => isWithin(kind, only))) return [];
  const block = blockAt(letter.ask.letter.blocks, toSpan(letter.source, range));
  if (!block) return [];
  if (client.commands) {
    const title = 'Insert rationale…';
    return [
      {
        title,
        kind,
        command: { title, command: clientCommands.insertRationale, arguments: [letter.uri, block.index] },
      },
    ];
  }
  const edit = insertChoices(letter.ask, block, ['whole']);
  if (!edit) return [];
  return [{ title: 'Insert what the rationale lacks', kind, edit: toWorkspaceEdit([edit], letter, client) }];
}

function blockAt(blocks: readonly DecisionBlock[], range: Span): DecisionBlock | undefined {
  const meets = (span: Span): boolean => overlaps(span, range) || touches(span, range.start);
  return blocks.find(({ heading, fields }) => meets(heading.span) || meets(fields.rationale.span));
}
