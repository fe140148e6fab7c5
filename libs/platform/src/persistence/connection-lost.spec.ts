import { isConnectionLost } from './connection-lost';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('isConnectionLost', () => {
  it.each([
    ['refused', withCode('ECONNREFUSED')],
    ['shut down by an administrator', withCode('57P01')],
    ['still starting', withCode('57P03')],
    ['a connection exception', withCode('08006')],
    ['cut in the middle', new Error('Connection terminated unexpectedly')],
    ['no free connection in time', new Error('timeout exceeded when trying to connect')],
    ['a cause below', new Error('outer', { cause: withCode('ECONNRESET') })],
    ['several addresses tried', new AggregateError([withCode('ECONNREFUSED')], 'all failed')],
  ])('says so of: %s', (_what, error) => {
    expect(isConnectionLost(error)).toBe(true);
  });

  it.each([
    ['a unique violation', withCode('23505')],
    ['a statement that took too long', withCode('57014')],
    ['our own defect', new TypeError('x is undefined')],
    ['no error at all', 'ECONNREFUSED'],
  ])('does not say so of: %s', (_what, error) => {
    expect(isConnectionLost(error)).toBe(false);
  });
});
