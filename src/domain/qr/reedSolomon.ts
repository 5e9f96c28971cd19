/** Product in GF(2^8) with the polynomial 0x11D. */
export const multiply = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product & 0xff;
};

/** The generator polynomial of `degree`, highest power first, without its leading 1. */
const generator = (degree: number): number[] => {
  const result = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++) {
      result[index] = multiply(result[index] ?? 0, root) ^ (result[index + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return result;
};

/** The check bytes of a block: the remainder of its polynomial division. */
export const remainder = (data: readonly number[], degree: number): number[] => {
  const divisor = generator(degree);
  const result = Array<number>(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    for (const [index, coefficient] of divisor.entries()) result[index] = (result[index] ?? 0) ^ multiply(coefficient, factor);
  }
  return result;
};
