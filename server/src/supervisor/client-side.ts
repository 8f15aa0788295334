import { partOf } from './message';

/** The parts of a client's `initialize` that matter to the supervisor. */
export interface ClientSide {
  readonly pullsDiagnostics: boolean;
  readonly codeActions: boolean;
  readonly letterState: boolean;
  /** The refresh requests that it supports. */
  readonly refreshes: readonly string[];
}

const refreshable = {
  diagnostics: 'workspace/diagnostic/refresh',
  semanticTokens: 'workspace/semanticTokens/refresh',
  codeLens: 'workspace/codeLens/refresh',
  inlayHint: 'workspace/inlayHint/refresh',
};

export function readClientSide(params: unknown): ClientSide {
  const capabilities = partOf(params, 'capabilities');
  return {
    pullsDiagnostics: partOf(capabilities, 'textDocument', 'diagnostic') !== undefined,
    codeActions: partOf(capabilities, 'textDocument', 'codeAction', 'codeActionLiteralSupport') !== undefined,
    letterState: partOf(params, 'initializationOptions', 'letterState') === true,
    refreshes: Object.entries(refreshable)
      .filter(([feature]) => partOf(capabilities, 'workspace', feature, 'refreshSupport') === true)
      .map(([, method]) => method),
  };
}
