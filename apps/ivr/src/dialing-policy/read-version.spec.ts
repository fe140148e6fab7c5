import { policyDocument, STANDARD_POLICY, TEST_POLICY } from '@switchyard/domain';
import { readVersion } from './read-version';

const { id: _id, validFrom: _validFrom, ...DOCUMENT } = policyDocument(STANDARD_POLICY);
const LIMITS = {
  attemptCaps: new Map([
    ['bill-notice', 3],
    ['arrears-reminder', 3],
  ] as const),
  trunkIsLab: false,
};

const read = (document: Record<string, unknown>, limits = LIMITS) =>
  readVersion({ name: 'standard', validFrom: '2026-03-02', document }, limits);
const pathsOf = (...args: Parameters<typeof read>) => {
  const version = read(...args);
  return version.ok ? [] : version.error.map(({ path }) => path);
};

describe('a version of a dialing policy', () => {
  it('has its name and day from the request', () => {
    expect(read(DOCUMENT)).toMatchObject({ ok: true, value: { id: 'standard', validFrom: '2026-03-02' } });
    expect(read({ ...DOCUMENT, id: 'standard', validFrom: '2026-03-02' }).ok).toBe(true);
  });

  it('may not tell another name or day than the request', () => {
    expect(pathsOf({ ...DOCUMENT, id: 'night', validFrom: '2026-03-03' })).toEqual(['id', 'validFrom']);
  });

  it('is refused with everything that is wrong, by its field', () => {
    expect(pathsOf({ ...DOCUMENT, id: 'night', ringSeconds: 1, colour: 'red' })).toEqual([
      'id',
      'ringSeconds',
      'colour',
    ]);
  });

  it('may not disturb anybody’s rest where real customers are called', () => {
    const { id: _lab, validFrom: _day, ...lab } = policyDocument(TEST_POLICY);
    expect(pathsOf(lab)).toEqual(['labOnly']);
    expect(pathsOf(lab, { ...LIMITS, trunkIsLab: true })).toEqual([]);
  });

  it('may not allow more attempts than the kind of batch does', () => {
    const attempts = DOCUMENT.attempts as Record<string, object>;
    const more = { ...attempts, 'bill-notice': { ...attempts['bill-notice'], maxCounted: 4 } };
    expect(pathsOf({ ...DOCUMENT, attempts: more })).toEqual(['attempts.bill-notice.maxCounted']);
  });
});
