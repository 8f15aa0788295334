import type { Severity } from '../../core/index';
import type { Colors } from '../terminal';

/** The color of a severity in text for a terminal. */
export function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim }[severity];
}
