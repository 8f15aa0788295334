export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The loudest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
