import { fingerprintOf } from './fingerprint';

const secret = Buffer.alloc(32, 7);
const of = (method: string, url: string, body: unknown) =>
  fingerprintOf(secret, method, url, body).toString('hex');

describe('the fingerprint of a request', () => {
  const base = of('POST', '/api/v1/batches', { kind: 'bill-notice', rows: [1, { a: 1, b: null }] });

  it('is the same whatever the order of members', () => {
    expect(of('POST', '/api/v1/batches', { rows: [1, { b: null, a: 1 }], kind: 'bill-notice' })).toBe(base);
  });

  it.each([
    ['another path', 'POST', '/api/v1/batches?x=1', { kind: 'bill-notice', rows: [1, { a: 1, b: null }] }],
    ['another method', 'PUT', '/api/v1/batches', { kind: 'bill-notice', rows: [1, { a: 1, b: null }] }],
    ['another value', 'POST', '/api/v1/batches', { kind: 'bill-notice', rows: ['1', { a: 1, b: null }] }],
    [
      'another order of rows',
      'POST',
      '/api/v1/batches',
      { kind: 'bill-notice', rows: [{ a: 1, b: null }, 1] },
    ],
    ['no body', 'POST', '/api/v1/batches', undefined],
  ])('differs by %s', (_name, method, url, body) => expect(of(method, url, body)).not.toBe(base));

  it('cannot be computed without the secret', () => {
    const other = fingerprintOf(Buffer.alloc(32, 8), 'POST', '/', {}).toString('hex');
    expect(other).not.toBe(of('POST', '/', {}));
  });
});
