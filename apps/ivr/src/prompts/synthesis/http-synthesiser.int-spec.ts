import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpSynthesiser } from './http-synthesiser';

const converter = { toSlin: async (wav: Uint8Array) => new Int16Array(wav.length) };

describe('a speech provider over HTTP', () => {
  let server: Server;
  let answer: { status: number; body: Buffer } | 'never';
  let received: unknown;

  beforeEach(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received = JSON.parse(Buffer.concat(chunks).toString());
        if (answer !== 'never') response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const provider = (timeoutMs = 5_000) =>
    new HttpSynthesiser(
      {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/speak`,
        voices: { 'zh-CN': 'xiaoli', en: 'amy' },
        version: '7',
        timeoutMs,
      },
      converter,
    );

  it('is sent text, language and voice, and answers a WAV', async () => {
    answer = { status: 200, body: Buffer.from('RIFF....WAVE') };
    expect(await provider().synthesise('您好', 'zh-CN')).toHaveLength(12);
    expect(received).toEqual({ text: '您好', language: 'zh-CN', voice: 'xiaoli' });
  });

  it.each([
    ['an error', { status: 503, body: Buffer.from('RIFF') }, /answered 503/],
    ['something else', { status: 200, body: Buffer.from('<html>') }, /no WAV/],
    ['nothing', { status: 200, body: Buffer.alloc(0) }, /no WAV/],
    ['too much', { status: 200, body: Buffer.alloc((16 << 20) + 1, 'RIFF') }, /more than/],
  ])('that answers %s has failed', async (_, given, message) => {
    answer = given;
    await expect(provider().synthesise('好', 'zh-CN')).rejects.toThrow(message);
  });

  it('that does not answer is not waited for', async () => {
    answer = 'never';
    await expect(provider(50).synthesise('好', 'zh-CN')).rejects.toThrow(/timeout/i);
  });

  it('is known by address, voice and version', () => {
    expect(provider().identity('en')).toMatch(/speak, voice amy, version 7$/);
  });
});
