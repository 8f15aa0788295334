// Reads a ZIP file, enough for a VSIX: stored and deflated entries, no ZIP64, no encryption.
import { inflateRawSync } from 'node:zlib';

const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;

/** The files of a ZIP by name, unpacked. Throws where the bytes are no ZIP. */
export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== endSignature) throw new Error('not a ZIP file');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries--) {
    if (bytes.readUInt32LE(at) !== centralSignature) throw new Error('broken ZIP directory');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const nameEnd = at + 46 + (nameLength ?? 0);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    if (!name.endsWith('/')) files.set(name, unpack(bytes, at));
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

function unpack(bytes: Buffer, directoryEntry: number): Buffer {
  const method = bytes.readUInt16LE(directoryEntry + 10);
  const size = bytes.readUInt32LE(directoryEntry + 20);
  const local = bytes.readUInt32LE(directoryEntry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + size);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data);
  throw new Error(`ZIP method ${method} is not known`);
}
