import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { type DecisionBlock, insertChoices, overlaps, type Problem, type Span, touches } from '../../core/index';
import { clientCommands } from '../../protocol/commands';
import { isWithin, toDiagnostic, toSpan, toWorkspaceEdit } from '../convert';
import type { CheckedLetter } from '../letters';
import type { Session } from '../session';

/**
 * On an item's heading or in its rationale: offers a list of what to add to the rationale or, for clients that cannot show one,
 * everything that is missing. At a `problem` it is one of its quick fixes. It is offered only on request, because a light bulb on
 * every line would say nothing.
 */
export function rationaleActions(
  { client }: Session,
  letter: CheckedLetter,
  { range, context }: CodeActionParams,
  problem: Problem | undefined,
): CodeAction[] {
  if (context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const isAskedFor = (wanted: string): boolean => !context.only || context.only.some((only) => isWithin(wanted, only));
  const kind = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite].find(
    (each) => isAskedFor(each) && (problem || each !== CodeActionKind.QuickFix),
  );
  if (kind === undefined) return [];
  const named = problem && { diagnostics: [toDiagnostic(problem, letter, client)] };
  const { blocks } = letter.ask.letter;
  const block = blockAt(blocks, toSpan(letter.source, range)) ?? (problem && blockAt(blocks, problem.span));
  if (!block) return [];
  if (client.commands) {
    const title = 'Insert rationale…';
    return [
      {
        title,
        kind,
        ...named,
        command: { title, command: clientCommands.insertRationale, arguments: [letter.uri, block.index] },
      },
    ];
  }
  const edit = insertChoices(letter.ask, block, ['whole']);
  if (!edit) return [];
  return [{ title: 'Insert what the rationale lacks', kind, ...named, edit: toWorkspaceEdit([edit], letter, client) }];
}

function blockAt(blocks: readonly DecisionBlock[], range: Span): DecisionBlock | undefined {
  const meets = (span: Span): boolean => overlaps(span, range) || touches(span, range.start);
  return blocks.find(({ heading, fields }) => meets(heading.span) || meets(fields.rationale.span));
}
