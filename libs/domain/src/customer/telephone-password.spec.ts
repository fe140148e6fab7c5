import { parseTelephoneAccessPolicy, STANDARD_TELEPHONE_ACCESS_POLICY } from './telephone-access-policy';
import { passwordWeakness } from './telephone-password';

const account = { accountNo: '5100731946', phones: ['+8613905827364', '+862587654391'] };

describe('a telephone password', () => {
  it.each(['284617', '9071352', '40718236', '112358', '123455'])('may be %s', (password) => {
    expect(passwordWeakness(password, account)).toBeUndefined();
  });

  it.each([
    ['12345', 'not-6-to-8-digits'],
    ['123456789', 'not-6-to-8-digits'],
    ['28461a', 'not-6-to-8-digits'],
    ['', 'not-6-to-8-digits'],
    ['２８４６１７', 'not-6-to-8-digits'],
    ['000000', 'one-digit-only'],
    ['88888888', 'one-digit-only'],
    ['123456', 'run'],
    ['876543', 'run'],
    ['789012', 'run'],
    ['210987', 'run'],
    ['121212', 'repeated-pattern'],
    ['520520', 'repeated-pattern'],
    ['13141314', 'repeated-pattern'],
    ['731946', 'part-of-account'],
    ['827364', 'part-of-phone'],
    ['7654391', 'part-of-phone'],
  ])('may not be %j: %s', (password, weakness) => {
    expect(passwordWeakness(password, account)).toBe(weakness);
  });
});

describe('a telephone access policy', () => {
  it('is read out of JSON', () => {
    expect(parseTelephoneAccessPolicy({ ...STANDARD_TELEPHONE_ACCESS_POLICY })).toEqual({
      ok: true,
      value: STANDARD_TELEPHONE_ACCESS_POLICY,
    });
  });

  it.each([
    [{ maxFailures: 0 }, 'maxFailures'],
    [{ lockMinutes: 2000 }, 'forgetAfterMinutes'],
    [{ lockMinutes: '30' }, 'lockMinutes'],
    [{ tries: 3 }, 'tries'],
  ])('with %j is refused, naming %s', (change, path) => {
    const parsed = parseTelephoneAccessPolicy({ ...STANDARD_TELEPHONE_ACCESS_POLICY, ...change });
    expect(!parsed.ok && parsed.error.map((problem) => problem.path)).toContain(path);
  });
});
