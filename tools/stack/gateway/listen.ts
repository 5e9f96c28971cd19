import type http from 'node:http';
import { codeOf, StackFailure } from '../failure.ts';

/** Starts to listen. Answers the function that closes the server and every connection that is still open. */
export const listen = (server: http.Server, port: number, host: string): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new StackFailure(`Cannot listen on ${host}:${port} (${codeOf(cause)}).`, { cause })));
    server.listen(port, host, () =>
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      ),
    );
  });
