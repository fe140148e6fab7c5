import {
  type AccountView,
  GetAccount,
  GetValueRun,
  ImportRegisterRows,
  ListAccounts,
  ListStandingChanges,
  ListValueRuns,
  PutArrears,
  PutBill,
  RecomputeCustomerValues,
  RegisterAccount,
  type RegisterAccountRequest,
  ReleaseValueTier,
  SetStanding,
  SetTicketPolicy,
} from '@switchyard/contracts';
import { STANDARD_CUSTOMER_VALUE_POLICY } from '@switchyard/domain';
import { waitFor } from '@switchyard/testing';
import { TicketFixture } from './ticket-fixture';

/** YYYY-MM so many months before this month in China. */
function month(ago: number): string {
  const china = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(china.getUTCFullYear(), china.getUTCMonth() - ago, 1)).toISOString().slice(0, 7);
}

describe('the standing of customers', () => {
  let ticket: TicketFixture;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
  }, 120_000);

  afterAll(() => ticket.close());

  const register = (accountNo: string, change: Partial<RegisterAccountRequest> = {}): Promise<AccountView> =>
    ticket.call(RegisterAccount, { accountNo, name: '王芳', kind: 'resident', phones: [], ...change });
  const account = (accountNo: string) => ticket.call(GetAccount, { accountNo });
  const bill = (accountNo: string, ago: number, amountFen: number) =>
    ticket.call(PutBill, {
      accountNo,
      billMonth: month(ago),
      readingDate: `${month(ago)}-15`,
      registerValue: 1,
      energyKwh: 1,
      amountFen,
      previousBalanceFen: 0,
      payableFen: amountFen,
    });
  const arrears = (accountNo: string, ago: number) =>
    ticket.call(PutArrears, {
      accountNo,
      billMonth: month(ago),
      amountFen: 5_000,
      dueDate: `${month(ago)}-28`,
      asOf: new Date().toISOString(),
    });
  const changes = async (accountNo: string) =>
    (await ticket.call(ListStandingChanges, { accountNo })).items
      .map(
        ({ field, before = '-', after, source, actor }) => `${field} ${before}→${after} ${source} ${actor}`,
      )
      .reverse();

  async function recompute() {
    const { runId } = await ticket.call(RecomputeCustomerValues, {});
    let run = await ticket.call(GetValueRun, { runId });
    await waitFor(
      'the end of the run',
      async () => {
        run = await ticket.call(GetValueRun, { runId });
        return run.state !== 'running';
      },
      30_000,
    );
    return run;
  }

  async function untilNoneRuns(): Promise<void> {
    await waitFor(
      'the end of every run',
      async () => {
        const { items } = await ticket.call(ListValueRuns, {});
        return items.every(({ state }) => state !== 'running');
      },
      30_000,
    );
  }

  it('is reckoned by revenue, tenure and credit, with its evidence kept; nothing is told twice', async () => {
    await register('RICH', { customerSince: '2001-05-01' });
    await register('POOR', { customerSince: '2001-05-01', valueTier: 'high' });
    await register('NEW');
    await register('OWING', { customerSince: '2001-05-01', creditScore: 90 });
    for (const ago of [1, 2, 3]) {
      await bill('RICH', ago, 200_000);
      await bill('POOR', ago, 3_000);
      await bill('OWING', ago, 200_000);
    }
    await bill('RICH', 40, 1);
    await arrears('OWING', 2);
    await arrears('OWING', 3);
    const run = await recompute();
    expect(run).toMatchObject({ state: 'completed', accounts: 4, changed: 4 });
    expect(await account('RICH')).toMatchObject({
      valueTier: 'high',
      valueTierSource: 'policy',
      lifeCycle: 'stability',
    });
    expect(await account('POOR')).toMatchObject({ valueTier: 'ordinary', lifeCycle: 'warning' });
    expect(await account('NEW')).toMatchObject({
      valueTier: 'ordinary',
      valueTierSource: 'told',
      lifeCycle: 'identification',
    });
    expect(await account('OWING')).toMatchObject({
      valueTier: 'high',
      lifeCycle: 'warning',
      creditScore: 90,
    });
    expect(await changes('RICH')).toEqual([
      'value-tier ordinary→high policy system:test',
      'life-cycle -→stability policy system:test',
    ]);
    const { items } = await ticket.call(ListStandingChanges, { accountNo: 'RICH', field: 'value-tier' });
    expect(items[0]?.evidence).toMatchObject({ arpuFen: 200_000, credit: 100, overdueMonths: 0, score: 100 });
    const told = await ticket.events<AccountView>('ticket.event.account-registered.v1');
    expect(told.filter(({ accountNo }) => accountNo === 'RICH').map(({ valueTier }) => valueTier)).toEqual([
      'ordinary',
      'high',
    ]);
    expect(await recompute()).toMatchObject({ accounts: 4, changed: 0 });
    const inDanger = await ticket.call(ListAccounts, { lifeCycle: 'warning' });
    expect(inDanger.items.map(({ accountNo }) => accountNo)).toEqual(['OWING', 'POOR']);
  });

  it('is set by hand with a reason, and stays so whatever the policy or the billing system says', async () => {
    const set = (change: object) =>
      ticket.call(SetStanding, { accountNo: 'POOR', reason: '政府重点项目', ...change });
    expect(await set({ valueTier: 'high' })).toMatchObject({ valueTier: 'high', valueTierSource: 'manual' });
    await recompute();
    await register('POOR', { valueTier: 'ordinary', customerSince: '2001-05-01' });
    const rows = [{ accountNo: 'POOR', name: '王芳', valueTier: 'mid', listFlag: 'black' }];
    await ticket.call(ImportRegisterRows, { register: 'customers', rows });
    expect(await account('POOR')).toMatchObject({
      valueTier: 'high',
      valueTierSource: 'manual',
      listFlag: 'black',
    });
    expect(await ticket.call(ReleaseValueTier, { accountNo: 'POOR', reason: '项目结束' })).toMatchObject({
      valueTier: 'ordinary',
      valueTierSource: 'policy',
      listFlag: 'black',
    });
    await expect(ticket.call(ReleaseValueTier, { accountNo: 'POOR', reason: 'x' })).rejects.toMatchObject({
      code: 'standing.not-held',
    });
    expect(await changes('POOR')).toEqual([
      'value-tier -→high told system:test',
      'value-tier high→ordinary policy system:test',
      'life-cycle -→warning policy system:test',
      'value-tier ordinary→high manual system:test',
      'list-flag normal→black told system:test',
      'value-tier high→ordinary policy system:test',
    ]);
    const [last] = (await ticket.call(ListStandingChanges, { accountNo: 'POOR', limit: 1 })).items;
    expect(last).toMatchObject({ reason: '项目结束' });
  });

  it('set by hand until a time holds no longer than that', async () => {
    const until = new Date(Date.now() + 60_000).toISOString();
    await ticket.call(SetStanding, {
      accountNo: 'RICH',
      valueTier: 'mid',
      valueTierUntil: until,
      reason: '待核实',
    });
    await recompute();
    expect(await account('RICH')).toMatchObject({ valueTier: 'mid', valueTierUntil: until });
    await ticket.query(
      `update account set value_tier_until = now() - interval '1 second' where account_no = 'RICH'`,
    );
    await recompute();
    const after = await account('RICH');
    expect(after).toMatchObject({ valueTier: 'high', valueTierSource: 'policy' });
    expect(after.valueTierUntil).toBeUndefined();
  });

  it('has three fields, none of which changes another (C29)', async () => {
    await register('THREE');
    await ticket.call(SetStanding, { accountNo: 'THREE', important: true, reason: '医院' });
    expect(await account('THREE')).toMatchObject({
      valueTier: 'ordinary',
      valueTierSource: 'told',
      listFlag: 'normal',
      important: true,
    });
    await ticket.call(SetStanding, { accountNo: 'THREE', listFlag: 'red', reason: '劳模' });
    expect(await account('THREE')).toMatchObject({ valueTier: 'ordinary', listFlag: 'red', important: true });
    expect(await changes('THREE')).toEqual([
      'important false→true manual system:test',
      'list-flag normal→red manual system:test',
    ]);
  });

  it('is refused without anything to set, for nobody, and until yesterday', async () => {
    const refusals = [
      [{ accountNo: 'THREE' }, 'standing.nothing-given'],
      [{ accountNo: 'NOBODY', important: true }, 'account.not-found'],
      [
        { accountNo: 'THREE', valueTier: 'high', valueTierUntil: '2026-01-01T00:00:00Z' },
        'standing.until-in-past',
      ],
    ] as const;
    for (const [request, code] of refusals) {
      await expect(ticket.call(SetStanding, { ...request, reason: '原因' })).rejects.toMatchObject({ code });
    }
    await expect(ticket.query('delete from account_standing_change')).rejects.toThrow('is refused');
  });

  it('follows the policy from its date on', async () => {
    await ticket.call(SetTicketPolicy, {
      name: 'customer-value',
      validFrom: new Date().toISOString(),
      document: { ...STANDARD_CUSTOMER_VALUE_POLICY, arpuFen: { high: 1_000_000, mid: 100_000 } },
    });
    await recompute();
    expect(await account('RICH')).toMatchObject({ valueTier: 'mid' });
  });

  it('is reckoned by one run at a time', async () => {
    const answers = await Promise.allSettled([1, 2, 3].map(() => ticket.call(RecomputeCustomerValues, {})));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'customer-value.already-running' } });
    await untilNoneRuns();
    const page = await ticket.call(ListValueRuns, { limit: 2 });
    expect(page.items).toHaveLength(2);
    expect(page.nextCursor).toBeDefined();
  });

  it('comes in by import, with what it is reckoned from; bad values are told by their fields', async () => {
    const rows = [
      { accountNo: 'IMP-1', name: '李明', customerSince: '1998年3月2日', creditScore: 75, valueTier: '高' },
      { accountNo: 'IMP-2', name: '李明', customerSince: '1899-12-31' },
      { accountNo: 'IMP-3', name: '李明', creditScore: 101 },
    ];
    const view = await ticket.call(ImportRegisterRows, { register: 'customers', rows });
    expect(view).toMatchObject({ rowsAccepted: 1, rowsRefused: 2 });
    expect(await account('IMP-1')).toMatchObject({
      customerSince: '1998-03-02',
      creditScore: 75,
      valueTier: 'high',
    });
    expect(await changes('IMP-1')).toEqual(['value-tier -→high told system:test']);
    const told = await ticket.events<AccountView>('ticket.event.account-registered.v1');
    expect(told.at(-1)).toEqual(await account('IMP-1'));
  });
});
