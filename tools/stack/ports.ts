import net from 'node:net';
import { codeOf, StackFailure } from './failure.ts';

const probe = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/** A port of this machine that nobody listens on; used for what people never type (PostgreSQL, Deno). */
export const freePort = (): Promise<number> => probe(0, '127.0.0.1');

/**
 * The port of the web address, or a free one for 0. It is never moved silently: bookmarks and mails point at it.
 * Throws StackFailure when it cannot be used.
 */
export const claimPort = async (port: number, host: string): Promise<number> => {
  try {
    return await probe(port, host);
  } catch (cause) {
    if (codeOf(cause) === 'EADDRINUSE') {
      throw new StackFailure(`Port ${port} is taken by another program; stop it or start with \`-- --port N\`.`);
    }
    if (codeOf(cause) === 'EACCES') throw new StackFailure(`Port ${port} may not be opened by this user; choose one above 1024.`);
    throw new StackFailure(`Cannot listen on ${host}:${port} (${codeOf(cause)}); check --host and --port.`);
  }
};
