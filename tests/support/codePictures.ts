import zlib from 'node:zlib';
import { type Bitmap2D, generate, mode, type Mode } from 'lean-qr';

// Pictures of two-dimensional codes as a camera would take them: turned a little, unevenly lit, with noise.

export type Grey = { width: number; height: number; pixels: Uint8Array };

const MODES = { modes: [mode.numeric, mode.alphaNumeric, mode.shift_jis, mode.ascii] };

/** The texts as one row of symbols that tell their place in it (structured append, ISO/IEC 18004 §8). */
export const rowOfCodes = (texts: readonly string[]): Bitmap2D[] => {
  const parity = [...new TextEncoder().encode(texts.join(''))].reduce((sum, byte) => sum ^ byte, 0);
  return texts.map((text, at): Bitmap2D => {
    const symbol: Mode = (data, version) => {
      for (const [value, bits] of [[0b0011, 4], [at, 4], [texts.length - 1, 4], [parity, 8]] as const) data.push(value, bits);
      mode.auto(text, MODES)(data, version);
    };
    return generate(symbol);
  });
};

export const singleCode = (text: string): Bitmap2D => generate(text, MODES);

type Placed = { code: Bitmap2D; x: number; y: number };
const MODULE = 5;
const QUIET = 4;

/** A picture of codes on paper; `blot` lays a light stain of so many pixels over the middle of each. */
export const photograph = (placed: readonly Placed[], { width = 1280, height = 720, angle = 0.06, blot = 0 } = {}): Grey => {
  const pixels = new Uint8Array(width * height);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const isDark = (px: number, py: number): boolean => placed.some(({ code, x, y }) => {
    const side = code.size * MODULE;
    const [dx, dy] = [px - x, py - y];
    if (dx < 0 || dy < 0 || dx >= side || dy >= side) return false;
    if (Math.hypot(dx - side / 2, dy - side / 2) < blot) return false;
    return code.get(Math.floor(dx / MODULE), Math.floor(dy / MODULE));
  });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const noise = ((x * 7919 + y * 104_729) % 31) - 15;
      const light = 205 + (x / width) * 30 + noise;
      const [cx, cy] = [x - width / 2, y - height / 2];
      pixels[y * width + x] = isDark(cx * cos - cy * sin + width / 2, cx * sin + cy * cos + height / 2) ? 50 + noise : light;
    }
  }
  return { width, height, pixels };
};

/** Codes side by side, each with its quiet zone. */
export const inARow = (codes: readonly Bitmap2D[], x = 80, y = 200): Placed[] => {
  let left = x;
  return codes.map((code) => {
    const place = { code, x: left, y };
    left += (code.size + QUIET * 2) * MODULE;
    return place;
  });
};

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, check]);
};

export const pngOf = ({ width, height, pixels }: Grey): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
};

/** A film without colour, one picture after the other, as Chromium's make-believe camera plays it, over and over. */
export const filmOf = (pictures: readonly Grey[], perSecond: number): Buffer => {
  const [{ width, height } = { width: 0, height: 0 }] = pictures;
  const noColour = Buffer.alloc((width * height) / 2, 128);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420\n`, 'latin1'),
    ...pictures.flatMap(({ pixels }) => [Buffer.from('FRAME\n', 'latin1'), Buffer.from(pixels), noColour]),
  ]);
};
