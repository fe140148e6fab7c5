import * as contracts from '@switchyard/contracts';
import { codeOfStatus, statusOf, TITLES } from './status-table';

const errorCodes = Object.values(contracts).flatMap((exported): readonly string[] =>
  typeof exported === 'object' && exported !== null && 'errors' in exported && Array.isArray(exported.errors)
    ? (exported.errors as string[])
    : [],
);

describe('HTTP status of error codes', () => {
  it.each([
    ['request.invalid', 400],
    ['access.forbidden', 403],
    ['batch.not-found', 404],
    ['batch.not-allowed-in-state', 409],
    ['payment.reference-reused', 409],
    ['import.already-imported', 409],
    ['payment.in-future', 422],
    ['service.unavailable', 503],
    ['service.internal-error', 500],
  ])('%s is %i', (code, status) => expect(statusOf(code)).toBe(status));

  it('has a title for the status of every code that a contract names', () => {
    expect(errorCodes.length).toBeGreaterThan(0);
    expect(errorCodes.filter((code) => TITLES[statusOf(code)] === undefined)).toEqual([]);
  });

  it('names errors that the server itself found by a code with the same status', () => {
    for (const status of [400, 401, 403, 404, 405, 406, 413, 415, 429, 500, 503]) {
      expect([status, statusOf(codeOfStatus(status))]).toEqual([status, status]);
    }
  });

  it('takes an unknown client error for an invalid request, an unknown server error for our defect', () => {
    expect(codeOfStatus(418)).toBe('request.invalid');
    expect(codeOfStatus(502)).toBe('service.internal-error');
  });
});
