import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import { overlaps, positionAt, type Span, tokenModifiers, tokensOf, tokenTypes } from '../../core/index';
import { toSpan } from '../convert';
import type { CheckedLetter } from '../letters';
import { answer, type Session } from '../session';

const none: SemanticTokens = { data: [] };

/** Serves semantic tokens: full, as a delta, or for a range. */
export function handleSemanticTokens(session: Session): void {
  const { connection, client, checks, documents } = session;
  const { semanticTokens } = connection.languages;
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  documents.onDidClose(({ document }) => builders.delete(document.uri));
  // New settings may add names from a team's packs.
  checks.onStale(() => {
    if (client.refreshesTokens) checks.safely(() => semanticTokens.refresh());
  });

  semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer(session, 'semantic tokens', uri, none, token, (letter) => {
      const builder = new SemanticTokensBuilder();
      builders.set(uri, builder);
      push(letter, builder);
      return builder.build();
    }),
  );

  semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    answer(session, 'semantic tokens', uri, none, token, (letter) => {
      const builder = builderOf(uri);
      builder.previousResult(previousResultId);
      push(letter, builder);
      return builder.buildEdits();
    }),
  );

  semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer(session, 'semantic tokens', uri, none, token, (letter) => {
      const builder = new SemanticTokensBuilder();
      push(letter, builder, toSpan(letter.source, range));
      return { data: builder.build().data };
    }),
  );
}

function push({ ask, source }: CheckedLetter, builder: SemanticTokensBuilder, within?: Span): void {
  for (const { span, type, modifiers } of tokensOf(ask)) {
    if (within && !overlaps(span, within)) continue;
    const { line, character } = positionAt(source, span.start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
  }
}
