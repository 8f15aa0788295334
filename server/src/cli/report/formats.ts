import type { CreateReport } from './report';

/** The formats of `imr check`, each loaded only when it is asked for. */
export const reportFormats: Readonly<Record<string, () => Promise<CreateReport>>> = {
  text: async () => (await import('./text')).createTextReport,
  json: async () => (await import('./json')).createJsonReport,
  ndjson: async () => (await import('./ndjson')).createNdjsonReport,
};
