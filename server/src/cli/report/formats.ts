import type { CreateReport } from './report';

/** The formats of `imr check`, each loaded only when it is asked for. */
export const reportFormats: Readonly<Record<string, () => Promise<CreateReport>>> = {
  text: async () => (await import('./text')).createTextReport,
  json: async () => (await import('./json')).createJsonReport,
  ndjson: async () => (await import('./ndjson')).createNdjsonReport,
  sarif: async () => (await import('./sarif')).createSarifReport,
  junit: async () => (await import('./junit')).createJunitReport,
  github: async () => (await import('./github')).createGithubReport,
  csv: async () => (await import('./csv')).createCsvReport,
  html: async () => (await import('./html')).createHtmlReport,
};

/** True for a format that tells fixes with their edits, which cost work. */
export function tellsFixes(format: string): boolean {
  return format === 'json' || format === 'ndjson' || format === 'sarif';
}
