const WIDTH = 30;

/** A line that is drawn over itself on a terminal; in a file, one line for each twentieth. */
export const createProgress = (total: number, out: NodeJS.WriteStream = process.stdout) => {
  const start = Date.now();
  let shown = -1;
  return (done: number, what: string): void => {
    const share = done / total;
    const filled = Math.round(share * WIDTH);
    const seconds = ((Date.now() - start) / 1000).toFixed(0);
    const line = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done.toLocaleString('en')} of ${total.toLocaleString('en')}, ${seconds} s: ${what}`;
    if (out.isTTY) out.write(`\r\u001B[K${line}`);
    else if (share === 1 || Math.floor(share * 20) !== shown) out.write(`${line}\n`);
    shown = Math.floor(share * 20);
  };
};
