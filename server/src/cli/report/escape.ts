/** Characters that XML 1.0 cannot contain in any form, including lone surrogates. */
const notXml =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for XML or HTML, as content or in quotes. Characters that XML cannot contain become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(notXml, '\ufffd').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Escapes a field of a CSV line (RFC 4180). If a spreadsheet would take it for a formula, an apostrophe goes before it, because text
 * of a letter must not run.
 */
export function escapeCsv(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A line of a CSV file. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(escapeCsv).join(',')}\r\n`;
}

/** Escapes the message of a GitHub workflow command. */
export function escapeGithub(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a GitHub workflow command. */
export function escapeGithubProperty(text: string): string {
  return escapeGithub(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A path of a report as a URI reference: relative paths stay relative, absolute paths get `file:`. */
export function toUri(path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  // `C:/letters`: without the scheme, the drive would be read as one.
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return encoded;
}

function encodeSegment(segment: string): string {
  // A lone surrogate, which a file name may contain, cannot be encoded.
  return encodeURIComponent(segment.replace(notXml, '\ufffd'));
}
