import type { Invocation } from '../command';
import type { Terminal } from '../terminal';
import type { CreateReport } from './report';

/** The formats of `imr check`, each loaded on demand. */
export const reportFormats: Readonly<Record<string, () => Promise<CreateReport>>> = {
  text: async () => (await import('./text')).createTextReport,
  unix: async () => (await import('./unix')).createUnixReport,
  json: async () => (await import('./json')).createJsonReport,
  ndjson: async () => (await import('./ndjson')).createNdjsonReport,
  sarif: async () => (await import('./sarif')).createSarifReport,
  junit: async () => (await import('./junit')).createJunitReport,
  github: async () => (await import('./github')).createGithubReport,
  csv: async () => (await import('./csv')).createCsvReport,
  html: async () => (await import('./html')).createHtmlReport,
};

/** The requested format, otherwise `text` on a terminal and `unix` for a pipe or a file. */
export function formatOf({ format, options }: Invocation, { isTerminal }: Terminal): string {
  if (options.format !== undefined) return format;
  return isTerminal ? 'text' : 'unix';
}

/** True for a format that shows fixes, which take work. */
export function tellsFixes(format: string): boolean {
  return format === 'text' || format === 'json' || format === 'ndjson' || format === 'sarif';
}
