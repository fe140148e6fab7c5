import { readHttpAnswer } from './http-answer';

const read = (text: string) => readHttpAnswer(Buffer.from(text));

describe('reading an HTTP answer', () => {
  it('reads status and body of the length that its head tells', () => {
    const answer = read('HTTP/1.1 200 OK\r\nServer: Asterisk\r\nContent-Length: 8\r\n\r\n{"ok":1}');
    expect(answer).toMatchObject({ status: 200, staysOpen: true });
    expect(answer?.body.toString()).toBe('{"ok":1}');
  });

  it('counts the body in bytes, not in letters', () => {
    expect(read('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n电费')?.body.toString()).toBe('电费');
  });

  it('asks for more until the last byte has come, wherever it is cut', () => {
    const whole = Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}');
    for (let cut = 0; cut < whole.length; cut++)
      expect(readHttpAnswer(whole.subarray(0, cut))).toBeUndefined();
    expect(readHttpAnswer(whole)).toMatchObject({ status: 404 });
  });

  it('puts chunks together, wherever they are cut', () => {
    const whole = Buffer.from(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\n[1,\r\nB\r\n2,"a\r\nb\\n"]\r\n0\r\nT: 1\r\n\r\n',
    );
    for (let cut = 0; cut < whole.length; cut++)
      expect(readHttpAnswer(whole.subarray(0, cut))).toBeUndefined();
    expect(readHttpAnswer(whole)?.body.toString()).toBe('[1,2,"a\r\nb\\n"]');
  });

  it('knows that an answer without content has no body', () => {
    expect(read('HTTP/1.1 204 No Content\r\n\r\n')).toMatchObject({ status: 204, body: Buffer.alloc(0) });
  });

  it('passes over what is said before the answer', () => {
    expect(read('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n')).toMatchObject({
      status: 204,
    });
  });

  it.each(['HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n', 'HTTP/1.0 204 No Content\r\n\r\n'])(
    'says that the connection is not to be used again after %j',
    (text) => {
      expect(read(text)).toMatchObject({ staysOpen: false });
    },
  );

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['a body without an end', 'HTTP/1.1 200 OK\r\n\r\n{}'],
    ['a chunk without a length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n'],
    ['more than one answer', 'HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'],
    ['a head without an end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`],
    ['a body beyond all measure', 'HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n'],
  ])('refuses %s', (_what, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'UnreadableAnswer' }) as Error);
  });
});
