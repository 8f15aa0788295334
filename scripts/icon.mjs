// Draws media/icon.png: a letter with three decisions, each with a sign of its own. Run again only to change it.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const size = 256;
const samplesPerSide = 4;
const colors = {
  back: [31, 58, 77],
  paper: [250, 250, 247],
  fold: [205, 214, 219],
  line: [150, 165, 174],
  upheld: [166, 61, 47],
  overturned: [47, 125, 85],
  open: [196, 139, 28],
};

/** Layers from the bottom up: whether a point lies in the shape, and its color. */
const layers = [
  [roundedBox(0, 0, 256, 256, 44), colors.back],
  [paper, colors.paper],
  [triangle([158, 30], [204, 76], [158, 76]), colors.fold],
  ...[86, 138, 190].flatMap((y) => [
    [roundedBox(108, y - 9, 184, y - 1, 4), colors.line],
    [roundedBox(108, y + 6, 164, y + 14, 4), colors.line],
  ]),
  [disc(80, 88, 15), colors.upheld],
  [roundedBox(71, 85, 89, 91, 1), colors.paper],
  [triangle([80, 121], [97, 153], [63, 153]), colors.overturned],
  [triangle([80, 132], [88, 147], [72, 147]), colors.paper],
  [diamond(80, 190, 18), colors.open],
  [diamond(80, 190, 8), colors.paper],
];

function paper(x, y) {
  return roundedBox(52, 30, 204, 226, 10)(x, y) && !(x > 158 && y < 76 && x - 158 > y - 30);
}

function roundedBox(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return dx * dx + dy * dy <= radius * radius;
  };
}

function disc(cx, cy, radius) {
  return (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;
}

function diamond(cx, cy, radius) {
  return (x, y) => Math.abs(x - cx) + Math.abs(y - cy) <= radius;
}

function triangle(a, b, c) {
  const side = (p, q, x, y) => (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
  return (x, y) => {
    const signs = [side(a, b, x, y), side(b, c, x, y), side(c, a, x, y)];
    return signs.every((s) => s >= 0) || signs.every((s) => s <= 0);
  };
}

function colorAt(x, y) {
  return layers.findLast(([contains]) => contains(x, y))?.[1];
}

/** One pixel as red, green, blue and alpha: the mean over a grid of points in it. */
function pixel(column, row) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samplesPerSide ** 2; i++) {
    const x = column + ((i % samplesPerSide) + 0.5) / samplesPerSide;
    const y = row + (Math.floor(i / samplesPerSide) + 0.5) / samplesPerSide;
    const color = colorAt(x, y);
    if (!color) continue;
    covered += 1;
    color.forEach((value, channel) => {
      sum[channel] += value;
    });
  }
  const alpha = Math.round((255 * covered) / samplesPerSide ** 2);
  return [...sum.map((value) => (covered ? Math.round(value / covered) : 0)), alpha];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function png() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = [];
  for (let row = 0; row < size; row++) {
    rows.push(0);
    for (let column = 0; column < size; column++) rows.push(...pixel(column, row));
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

writeFileSync(fileURLToPath(new URL('../media/icon.png', import.meta.url)), png());
