import {
  GetTelephoneAccess,
  RegisterAccount,
  RemoveTelephonePassword,
  SetTelephonePassword,
  SetTicketPolicy,
  type TelephonePasswordVerdict,
  UnlockTelephoneAccess,
  VerifyTelephonePassword,
} from '@switchyard/contracts';
import { STANDARD_TELEPHONE_ACCESS_POLICY } from '@switchyard/domain';
import { Passwords } from '@switchyard/platform';
import { TelephoneTries } from '../src/telephone-access/telephone-tries.port';
import { TicketFixture } from './ticket-fixture';

const RIGHT = '40718236';
const WRONG = '58203914';
const MINUTE_MS = 60_000;

describe('a telephone password', () => {
  let ticket: TicketFixture;
  let accounts = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
  }, 120_000);

  afterAll(() => ticket.close());

  async function account(password?: string): Promise<string> {
    const accountNo = `52000000${++accounts}`;
    await ticket.call(RegisterAccount, {
      accountNo,
      name: '王芳',
      kind: 'resident' as const,
      phones: ['+8613900010001'],
      areaCode: '320102',
      valueTier: 'high' as const,
    });
    if (password !== undefined) await ticket.call(SetTelephonePassword, { accountNo, password });
    return accountNo;
  }

  const verify = (accountNo: string, password: string): Promise<TelephonePasswordVerdict> =>
    ticket.call(VerifyTelephonePassword, { accountNo, password, reference: 'call:1' });

  it('opens the account, and tells the menus who it is', async () => {
    const accountNo = await account(RIGHT);
    expect(await verify(accountNo, RIGHT)).toEqual({
      result: 'verified',
      account: {
        accountNo,
        name: '王芳',
        kind: 'resident',
        areaCode: '320102',
        valueTier: 'high',
        listFlag: 'normal',
        important: false,
      },
    });
  });

  it('is kept as argon2id, apart from the account', async () => {
    const accountNo = await account(RIGHT);
    const [row] = await ticket.query<{ hash: string }>(
      'select hash from telephone_password where account_no = $1',
      [accountNo],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,/);
  });

  it('locks with the third failure, and says until when, even to the right one', async () => {
    const accountNo = await account(RIGHT);
    expect(await verify(accountNo, WRONG)).toEqual({ result: 'wrong', triesLeft: 2 });
    expect(await verify(accountNo, WRONG)).toEqual({ result: 'wrong', triesLeft: 1 });
    const locked = await verify(accountNo, WRONG);
    expect(locked).toEqual({ result: 'locked', lockedUntil: expect.any(String) as string });
    const left = Date.parse(locked.lockedUntil ?? '') - Date.now();
    expect(left / MINUTE_MS).toBeGreaterThan(25);
    expect(left / MINUTE_MS).toBeLessThanOrEqual(30);
    expect(await verify(accountNo, RIGHT)).toEqual(locked);
  });

  it('forgets failures when the right one is given', async () => {
    const accountNo = await account(RIGHT);
    await verify(accountNo, WRONG);
    await verify(accountNo, WRONG);
    expect(await verify(accountNo, RIGHT)).toMatchObject({ result: 'verified' });
    expect(await verify(accountNo, WRONG)).toEqual({ result: 'wrong', triesLeft: 2 });
  });

  it('is asked for in vain where there is no account, or none was set: with the same answers', async () => {
    for (const accountNo of ['NOBODY-1', await account()]) {
      const answers = [];
      for (let time = 0; time < 4; time += 1) answers.push((await verify(accountNo, RIGHT)).result);
      expect(answers).toEqual(['wrong', 'wrong', 'locked', 'locked']);
    }
  });

  it('does the same work for an account that nobody has', async () => {
    const checks: (string | undefined)[] = [];
    const spy = jest.spyOn(ticket.get(Passwords), 'matches').mockImplementation(async (hash) => {
      checks.push(hash);
      return false;
    });
    await verify('NOBODY-2', RIGHT);
    await verify(await account(), RIGHT);
    spy.mockRestore();
    expect(checks).toEqual([undefined, undefined]);
  });

  it('is tried no more often at once than one after another', async () => {
    const accountNo = await account(RIGHT);
    let checks = 0;
    const passwords = ticket.get(Passwords);
    const matches = passwords.matches.bind(passwords);
    const spy = jest.spyOn(passwords, 'matches').mockImplementation((hash, password) => {
      checks += 1;
      return matches(hash, password);
    });
    const verdicts = await Promise.all(Array.from({ length: 30 }, () => verify(accountNo, WRONG)));
    spy.mockRestore();
    expect(checks).toBe(3);
    expect(verdicts.filter(({ result }) => result === 'locked')).toHaveLength(28);
  });

  it('stays locked after a restart', async () => {
    const accountNo = await account(RIGHT);
    for (let time = 0; time < 3; time += 1) await verify(accountNo, WRONG);
    await ticket.restart();
    expect(await verify(accountNo, RIGHT)).toMatchObject({ result: 'locked' });
  });

  it('can be tried again when the lock has run out, or failures are old', async () => {
    const tries = ticket.get(TelephoneTries);
    const policy = STANDARD_TELEPHONE_ACCESS_POLICY;
    const start = new Date('2026-03-02T02:00:00Z');
    const admit = (minutes: number) =>
      tries.admit('TIMED', 'call:1', policy, new Date(start.getTime() + minutes * MINUTE_MS));
    expect(await admit(0)).toEqual({ admitted: true, failures: 1 });
    expect(await admit(1439)).toEqual({ admitted: true, failures: 2 });
    expect(await admit(1439 + 1440)).toEqual({ admitted: true, failures: 1 });
    expect(await admit(2880)).toMatchObject({ failures: 2 });
    const third = await admit(2881);
    expect(third).toEqual({
      admitted: true,
      failures: 3,
      lockedUntil: new Date(start.getTime() + 2911 * MINUTE_MS),
    });
    expect(await admit(2910.9)).toMatchObject({ admitted: false });
    expect(await admit(2911)).toEqual({ admitted: true, failures: 1 });
    expect(await tries.forget(policy, new Date(start.getTime() + 10_000 * MINUTE_MS))).toBeGreaterThan(0);
  });

  it('counts nothing when too much waits to be checked', async () => {
    const accountNo = await account(RIGHT);
    const busy = Object.assign(new Error('busy'), { code: 'telephone-password.busy' });
    const spy = jest.spyOn(ticket.get(Passwords), 'matches').mockRejectedValue(busy);
    await expect(verify(accountNo, WRONG)).rejects.toThrow();
    spy.mockRestore();
    expect(await ticket.call(GetTelephoneAccess, { accountNo })).toMatchObject({ failures: 0 });
  });

  it('is set anew by staff, which lifts the lock; or the lock is lifted alone; or it is taken away', async () => {
    const accountNo = await account(RIGHT);
    const lock = async () => {
      for (let time = 0; time < 3; time += 1) await verify(accountNo, WRONG);
    };
    await lock();
    expect(await ticket.call(GetTelephoneAccess, { accountNo })).toMatchObject({
      passwordSet: true,
      failures: 3,
      lockedUntil: expect.any(String) as string,
    });
    expect(await ticket.call(SetTelephonePassword, { accountNo, password: '90713528' })).toMatchObject({
      passwordSet: true,
      failures: 0,
    });
    expect(await verify(accountNo, '90713528')).toMatchObject({ result: 'verified' });
    await lock();
    const unlocked = await ticket.call(UnlockTelephoneAccess, { accountNo });
    expect(unlocked.lockedUntil).toBeUndefined();
    expect(await verify(accountNo, '90713528')).toMatchObject({ result: 'verified' });
    expect(await ticket.call(RemoveTelephonePassword, { accountNo })).toMatchObject({ passwordSet: false });
    expect(await verify(accountNo, '90713528')).toMatchObject({ result: 'wrong' });
  });

  it.each(['12345', '123456', '777777', '28a617'])('is refused when it is weak', async (password) => {
    const accountNo = await account();
    await expect(ticket.call(SetTelephonePassword, { accountNo, password })).rejects.toMatchObject({
      code: 'telephone-password.weak',
      details: { field: 'password' },
    });
    await expect(
      ticket.call(SetTelephonePassword, { accountNo: 'NOBODY', password: RIGHT }),
    ).rejects.toMatchObject({ code: 'account.not-found' });
  });

  it('locks by the policy that the operator set', async () => {
    const document = { maxFailures: 1, lockMinutes: 5, forgetAfterMinutes: 60 };
    const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
    await ticket.call(SetTicketPolicy, { name: 'telephone-access', validFrom: soon(0), document });
    expect(await verify(await account(RIGHT), WRONG)).toMatchObject({ result: 'locked' });
    await expect(
      ticket.call(SetTicketPolicy, {
        name: 'telephone-access',
        validFrom: soon(0),
        document: { ...document, maxFailures: 0 },
      }),
    ).rejects.toMatchObject({ code: 'policy.invalid' });
    await expect(
      ticket.call(SetTicketPolicy, { name: 'telephone-access', validFrom: '2020-01-01T00:00:00Z', document }),
    ).rejects.toMatchObject({ code: 'policy.in-past' });
  });

  it('stands in no log, no error, no event and no table, right or wrong, taken or refused', async () => {
    const keyed = ['71530842', '71530843', '7153084x', '715308442715308442715308442715308442'];
    const accountNo = await account(keyed[0]);
    const told: string[] = [];
    for (const password of keyed) {
      for (const ask of [
        () => verify(accountNo, password),
        () => ticket.call(SetTelephonePassword, { accountNo, password: `${password}9` }),
        () =>
          ticket.call(VerifyTelephonePassword, {
            accountNo: `bad ${accountNo}`,
            password,
            reference: 'call:1',
          }),
      ]) {
        told.push(
          await ask().then(
            (answer) => JSON.stringify(answer),
            (error: Error & { details?: unknown }) =>
              `${error.stack ?? ''} ${JSON.stringify(error.details)} ${JSON.stringify(error)}`,
          ),
        );
      }
    }
    const tables = await ticket.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'ticket'`,
    );
    for (const { name } of tables) {
      const rows = await ticket.query<{ row: string }>(`select t::text as row from "${name}" t`);
      told.push(...rows.map(({ row }) => row));
    }
    const everything = `${ticket.log}\n${told.join('\n')}`;
    expect(ticket.log.length).toBeGreaterThan(1_000);
    expect(everything).toContain(accountNo);
    for (const password of keyed) expect(everything).not.toContain(password.slice(0, 8));
  });
});
