import {
  DecideIdentityReading,
  GetIdentityKeys,
  GetIdentityStatus,
  GetWorkOrder,
  type IdentityDecision,
  KeepIdentity,
  ListIdentityAudit,
  ListIdentityReadings,
  OpenWorkOrder,
  type Operation,
  ReadIdentity,
  RequestIdentityReading,
  RotateIdentityKeys,
  SetTicketPolicy,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Identities } from '../src/anonymity/identities.port';
import { IdentityCipher } from '../src/anonymity/keys/identity-cipher';
import { waitFor } from '@switchyard/testing';
import { TicketFixture } from './ticket-fixture';

const KEYS = { first: `k1:${'a1'.repeat(32)}`, second: `k2:${'b2'.repeat(32)}` };
const REASON = '案件核查需要联系举报人';
const identity = {
  name: '赵敏敏',
  phone: '+8613900019999',
  address: '江宁区秘密路9号',
  documentNo: '320115199001011234',
  note: '晚上七点后联系',
};

describe('identities of reporters', () => {
  let ticket: TicketFixture;

  beforeAll(async () => {
    ticket = await TicketFixture.start({ environment: { TICKET_IDENTITY_KEYS: KEYS.first } });
  }, 120_000);

  afterAll(() => ticket.close());

  const as =
    (id: string) =>
    <Request extends object, Reply extends object>(
      operation: Operation<Request, Reply>,
      request: Request,
    ) => {
      const context = { ...ticket.context, actor: { ...ticket.context.actor, id, name: id } };
      return ticket.get(OperationClient).call(operation, request, context, { timeoutMs: 60_000 });
    };
  const [agent, wang, li] = [as('u-agent'), as('u-wang'), as('u-li')];
  let orders = 0;

  const open = async (anonymous = true): Promise<string> => {
    const request = { kind: 'complaint' as const, anonymous, text: '投诉', reference: `secret-${++orders}` };
    return (await agent(OpenWorkOrder, request)).number;
  };
  async function kept(): Promise<string> {
    const number = await open();
    await agent(KeepIdentity, { number, ...identity });
    return number;
  }
  /** As many identities of work orders that are not there, to fill more than one batch. */
  async function keepMany(count: number): Promise<void> {
    const [cipher, identities] = [ticket.get(IdentityCipher), ticket.get(Identities)];
    for (let index = 0; index < count; index += 1) {
      const number = `many-${index}`;
      await identities.add({ ...(await cipher.seal(identity, number)), number, keptAt: new Date() });
    }
  }
  const request = async (number: string, by = wang) =>
    (await by(RequestIdentityReading, { number, reason: REASON })).requestId;
  const decide = (requestId: string, decision: IdentityDecision, by = li) =>
    by(DecideIdentityReading, { requestId, decision, reason: '纪检负责人同意按程序处理' });
  const actionsOf = async (number: string) =>
    (await ticket.call(ListIdentityAudit, { number })).items
      .map(({ action, actor }) => `${action} ${actor}`)
      .reverse();

  it('are kept apart: the work order, its events, the log and the tables show none of them', async () => {
    const number = await open();
    expect(await wang(GetIdentityStatus, { number })).toEqual({ number, keptApart: false });
    await agent(KeepIdentity, { number, ...identity });
    expect(await wang(GetIdentityStatus, { number })).toMatchObject({ keptApart: true });
    const order = await wang(GetWorkOrder, { number });
    expect(order.anonymous).toBe(true);
    const history = await ticket.query<{ data: { text?: string } }>(
      `select data from work_order_event where work_order_number = $1 and type = 'noted'`,
      [number],
    );
    expect(history[0]?.data.text).toContain('身份另行保管');
    const tables = ['work_order', 'work_order_event', 'outbox', 'identity_audit', 'confidential_identity'];
    for (const table of tables) {
      const rows = await ticket.query<{ row: string }>(`select t::text as row from ${table} t`);
      const text = JSON.stringify([rows, order]);
      for (const secret of Object.values(identity)) expect(text).not.toContain(secret);
    }
    for (const secret of Object.values(identity)) expect(ticket.log).not.toContain(secret);
  });

  it('are kept for anonymous work orders only, once, and not empty', async () => {
    const named = await open(false);
    await expect(agent(KeepIdentity, { number: named, ...identity })).rejects.toMatchObject({
      code: 'identity.order-not-anonymous',
    });
    const number = await kept();
    await expect(agent(KeepIdentity, { number, name: '别人' })).rejects.toMatchObject({
      code: 'identity.already-kept',
    });
    await expect(agent(KeepIdentity, { number: await open() })).rejects.toMatchObject({
      code: 'identity.empty',
    });
    await expect(agent(KeepIdentity, { number: 'W0', ...identity })).rejects.toMatchObject({
      code: 'identity.work-order-not-found',
    });
  });

  it('are read once, by who asked, after a second person approved; every step is audited', async () => {
    const number = await kept();
    const requestId = await request(number);
    await expect(wang(ReadIdentity, { requestId })).rejects.toMatchObject({
      code: 'identity-reading.not-allowed-in-state',
      details: { state: 'pending' },
    });
    await expect(decide(requestId, 'approve', wang)).rejects.toMatchObject({
      code: 'identity-reading.own-request',
    });
    await decide(requestId, 'approve');
    await expect(li(ReadIdentity, { requestId })).rejects.toMatchObject({
      code: 'identity-reading.not-yours',
    });
    const readings = await Promise.allSettled(
      Array.from({ length: 4 }, () => wang(ReadIdentity, { requestId })),
    );
    const read = readings.filter(({ status }) => status === 'fulfilled');
    expect(read).toMatchObject([{ value: { number, ...identity } }]);
    expect(await actionsOf(number)).toEqual([
      'kept u-agent',
      'requested u-wang',
      'reading-refused u-wang',
      'decision-refused u-wang',
      'approved u-li',
      'reading-refused u-li',
      'read u-wang',
      ...Array<string>(3).fill('reading-refused u-wang'),
    ]);
    for (const statement of [
      'delete from identity_audit',
      `update identity_audit set actor = 'nobody'`,
      'delete from confidential_identity',
      'truncate identity_audit',
    ]) {
      await expect(ticket.query(statement)).rejects.toThrow('is refused');
    }
  });

  it('are not read when it was refused, withdrawn or too late', async () => {
    const number = await kept();
    const refused = await request(number);
    await decide(refused, 'refuse');
    await expect(wang(ReadIdentity, { requestId: refused })).rejects.toMatchObject({
      details: { state: 'refused' },
    });
    const withdrawn = await request(number);
    await expect(request(number)).rejects.toMatchObject({ code: 'identity-reading.already-requested' });
    await expect(decide(withdrawn, 'withdraw', li)).rejects.toMatchObject({
      code: 'identity-reading.not-yours',
    });
    await decide(withdrawn, 'withdraw', wang);
    await expect(decide(withdrawn, 'approve')).rejects.toMatchObject({ details: { state: 'withdrawn' } });
    const late = await request(number);
    await decide(late, 'approve');
    await ticket.query(`update identity_reading set until = now() - interval '1 second' where id = $1`, [
      late,
    ]);
    await expect(wang(ReadIdentity, { requestId: late })).rejects.toMatchObject({
      code: 'identity-reading.expired',
    });
    expect((await ticket.call(ListIdentityReadings, { number, state: 'expired' })).items).toMatchObject([
      { requestId: late, requestedBy: 'u-wang', decidedBy: 'u-li' },
    ]);
    expect(await request(number)).toEqual(expect.any(String));
    expect((await ticket.call(ListIdentityReadings, { number, limit: 1 })).nextCursor).toBeDefined();
  });

  it('need a reason as long as the policy says, and an approval holds as long as it says', async () => {
    const number = await kept();
    await expect(wang(RequestIdentityReading, { number, reason: '看看' })).rejects.toMatchObject({
      code: 'identity.reason-too-short',
      details: { length: 10 },
    });
    await ticket.call(SetTicketPolicy, {
      name: 'identity-reading',
      validFrom: new Date().toISOString(),
      document: { approvalMinutes: 5, pendingHours: 1, reasonLength: 2 },
    });
    const { requestId, requestedAt, until } = await wang(RequestIdentityReading, { number, reason: '看看' });
    expect(Date.parse(until) - Date.parse(requestedAt)).toBe(3_600_000);
    const approved = await decide(requestId, 'approve');
    expect(Date.parse(approved.until) - Date.parse(approved.decidedAt ?? '')).toBe(300_000);
  });

  it('move to a new key in batches, readable all the while; then the old key may go', async () => {
    await keepMany(120);
    const number = await kept();
    const requestId = await request(number);
    await decide(requestId, 'approve');
    const [{ count } = { count: '' }] = await ticket.query<{ count: string }>(
      'select count(*) from confidential_identity',
    );
    const records = Number(count);

    await ticket.restart({ TICKET_IDENTITY_KEYS: KEYS.second });
    await expect(wang(ReadIdentity, { requestId })).rejects.toMatchObject({
      code: 'identity.key-unavailable',
      details: { keyId: 'k1' },
    });
    expect((await ticket.call(GetIdentityKeys, {})).items).toEqual([
      { keyId: 'k2', configured: true, current: true, records: 0 },
      { keyId: 'k1', configured: false, current: false, records },
    ]);

    await ticket.restart({ TICKET_IDENTITY_KEYS: `${KEYS.second},${KEYS.first}` });
    await Promise.all([ticket.call(RotateIdentityKeys, {}), ticket.call(RotateIdentityKeys, {})]);
    // Another round may have had a batch in hand: what it holds is passed by.
    const underOld = async () => (await ticket.call(RotateIdentityKeys, {})).items[1]?.records;
    await waitFor('the last batch', async () => (await underOld()) === 0, 15_000);
    expect((await ticket.call(GetIdentityKeys, {})).items).toEqual([
      { keyId: 'k2', configured: true, current: true, records },
      { keyId: 'k1', configured: true, current: false, records: 0 },
    ]);

    await ticket.restart({ TICKET_IDENTITY_KEYS: KEYS.second });
    expect(await wang(ReadIdentity, { requestId })).toMatchObject(identity);
    expect((await ticket.call(ListIdentityAudit, { action: 'keys-rotated' })).items.length).toBeGreaterThan(
      1,
    );
    for (const secret of Object.values(identity)) expect(ticket.log).not.toContain(secret);
    expect(ticket.log).not.toContain('b2b2b2b2');
  }, 120_000);

  it('are not kept where no key is configured', async () => {
    await ticket.restart({});
    await expect(agent(KeepIdentity, { number: await open(), ...identity })).rejects.toMatchObject({
      code: 'identity.key-unavailable',
    });
  });
});
