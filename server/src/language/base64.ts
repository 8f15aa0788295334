/** The bytes of a text in base64. Node decodes it twenty times as fast as what browsers have too. */
export function bytesIn(text: string): ArrayBuffer {
  if (typeof Buffer === 'function') return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
  const encoded = atob(text);
  const bytes = new Uint8Array(encoded.length);
  for (let i = 0; i < encoded.length; i++) bytes[i] = encoded.charCodeAt(i);
  return bytes.buffer;
}
