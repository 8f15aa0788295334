/** What XML 1.0 cannot hold in any form, a lone surrogate among it. */
const notXml =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML or HTML, as content or between quotes. What XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(notXml, '\ufffd').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * A field of a CSV line (RFC 4180). Where a spreadsheet would take the field for a formula, an apostrophe goes before it: a
 * letter's text must not run.
 */
export function escapeCsv(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A line of a CSV file. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(escapeCsv).join(',')}\r\n`;
}

/** The message of a GitHub workflow command. */
export function escapeGithub(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a GitHub workflow command. */
export function escapeGithubProperty(text: string): string {
  return escapeGithub(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A path as reports name it, as a URI reference: relative as it is, absolute as `file:`. */
export function toUri(path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  // `C:/letters`; without the scheme the drive would be one.
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return encoded;
}

function encodeSegment(segment: string): string {
  // A lone surrogate, as a file name may hold one, has no encoding.
  return encodeURIComponent(segment.replace(notXml, '\ufffd'));
}
