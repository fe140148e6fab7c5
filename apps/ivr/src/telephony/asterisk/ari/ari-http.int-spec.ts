import { createServer, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { AddressInfo } from 'node:net';
import { AriHttp, AriUnanswered } from './ari-http';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

describe('requests over kept-alive connections', () => {
  let server: Server;
  let http: AriHttp;
  const sockets: Socket[] = [];
  /** What comes in on one connection, as it comes. */
  let onBytes: (socket: Socket, text: string) => void;

  beforeEach(async () => {
    sockets.length = 0;
    onBytes = (socket) => void socket.write(ANSWER);
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => onBytes(socket, bytes.toString()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    http = new AriHttp({ url: `http://127.0.0.1:${port}`, user: 'u', password: 'p' }, 300, 2);
  });

  afterEach(async () => {
    await http.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('uses a connection again, and opens no more than it may', async () => {
    await http.request('GET', '/a');
    await http.request('GET', '/b');
    expect(sockets).toHaveLength(1);
    await Promise.all(Array.from({ length: 9 }, () => http.request('GET', '/c')));
    expect(sockets).toHaveLength(2);
  });

  it('opens another connection after one that the other side ends with its answer', async () => {
    onBytes = (socket) =>
      void socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}');
    for (let asked = 0; asked < 3; asked++)
      expect(await http.request('GET', '/a')).toEqual({ status: 200, body: {} });
    expect(sockets).toHaveLength(3);
  });

  it('sends credentials, and a body in as many bytes as it says', async () => {
    let text = '';
    onBytes = (socket, bytes) => {
      text += bytes;
      socket.write(ANSWER);
    };
    await http.request('POST', '/play', { media: '电费' });
    expect(text).toMatch(
      /^POST \/ari\/play HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\nAuthorization: Basic dTpw\r\n/,
    );
    expect(text).toContain(
      `Content-Length: ${Buffer.byteLength('{"media":"电费"}')}\r\n\r\n{"media":"电费"}`,
    );
  });

  it('takes an answer that comes in pieces', async () => {
    onBytes = (socket) => {
      socket.write(ANSWER.slice(0, 20));
      setTimeout(() => socket.write(ANSWER.slice(20)), 20);
    };
    expect(await http.request('GET', '/a')).toEqual({ status: 200, body: {} });
  });

  it('gives who waits a new connection in the place of one that did not answer', async () => {
    onBytes = (socket) => void (sockets.indexOf(socket) > 1 && socket.write(ANSWER));
    const silent = [1, 2].map(() =>
      http.request('POST', '/channels').catch((error: AriUnanswered) => error.sent),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await http.request('POST', '/channels')).toMatchObject({ status: 200 });
    expect(await Promise.all(silent)).toEqual([true, true]);
  });

  it('gives a request that was not answered no second try, and the next one another connection', async () => {
    let asked = 0;
    onBytes = (socket) => void (++asked > 1 && socket.write(ANSWER));
    await expect(http.requestAgain('DELETE', '/channels/c')).rejects.toBeInstanceOf(AriUnanswered);
    expect(asked).toBe(1);
    expect(await http.requestAgain('GET', '/channels/c')).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });

  it('fails what cannot be read, and does not use its connection again', async () => {
    onBytes = (socket) => void socket.write(`${ANSWER}HTTP/1.1 200 OK\r\n`);
    await expect(http.request('GET', '/a')).rejects.toMatchObject({ name: 'AriUnanswered', sent: true });
    onBytes = (socket) => void socket.write(ANSWER);
    expect(await http.request('GET', '/a')).toMatchObject({ status: 200 });
    expect(sockets).toHaveLength(2);
  });

  it('fails everything under way and waiting when it is closed, and takes nothing more', async () => {
    onBytes = () => undefined;
    const asked = Array.from({ length: 3 }, () => http.request('GET', '/a'));
    await http.close();
    const results = await Promise.allSettled([...asked, http.request('GET', '/b')]);
    expect(results.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  });
});

describe('a request under way while this process stands still', () => {
  it('is answered, when the answer came in time', async () => {
    const server = new Worker(
      `const { parentPort } = require('node:worker_threads');
       require('node:net').createServer((socket) => {
         socket.on('error', () => undefined);
         socket.on('data', () => socket.write(${JSON.stringify(ANSWER)}));
       }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`,
      { eval: true },
    );
    const port = await new Promise<number>((resolve) => server.once('message', resolve));
    const http = new AriHttp({ url: `http://127.0.0.1:${port}`, user: 'u', password: 'p' }, 300, 1);
    try {
      await http.request('GET', '/opens-the-connection');
      const asked = http.request('GET', '/a');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
      expect(await asked).toMatchObject({ status: 200 });
    } finally {
      await http.close();
      await server.terminate();
    }
  });
});
