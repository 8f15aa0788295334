/** How serious a problem is, as in VS Code and the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The loudest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
