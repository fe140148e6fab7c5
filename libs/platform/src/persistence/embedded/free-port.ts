import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { codeOf } from '../../errors';

/** Below those that the system gives to outgoing connections, so that none of them takes it before its owner does. */
const LOWEST = 10_000;
const HIGHEST = 29_999;
const TRIES = 100;

/** A port of the loopback interface that nobody listens on now. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port on 127.0.0.1 from ${LOWEST} to ${HIGHEST}`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (codeOf(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
