/** How serious a problem is, as in VS Code and the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
