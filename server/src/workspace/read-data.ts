import type { DataFile } from './data-file';

/** Parses YAML or JSON. Never throws. The parser is loaded with the first file: most letters have no settings beside them. */
export async function readData(path: string, text: string): Promise<DataFile> {
  const { parseData } = await import('./parse-data');
  return parseData(path, text);
}
