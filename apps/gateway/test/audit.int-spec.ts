import { RecordPayment, type PaymentView } from '@switchyard/contracts';
import type { AuditEntryView } from '../src/audit/audit.dto';
import { Housekeeping } from '../src/housekeeping/housekeeping';
import { GatewayFixture } from './gateway-fixture';
import { probe, ProbeModule } from './probe.controller';

let gateway: GatewayFixture;
let campaign: string;
let admin: string;

beforeAll(async () => {
  gateway = await GatewayFixture.open({}, [ProbeModule]);
  campaign = await gateway.bearer('campaign');
  admin = await gateway.bearer('admin');
});

afterAll(async () => {
  await gateway?.close();
});

async function audit(query: Record<string, string | number>) {
  const { body } = await gateway.http
    .get('/api/v1/audit')
    .query(query)
    .set('authorization', admin)
    .expect(200);
  return body as { items: AuditEntryView[]; nextCursor?: string };
}

const of = async (correlationId: string) => (await audit({ correlationId })).items;

describe('the audit', () => {
  it('tells who changed what, with which outcome', async () => {
    await gateway.http
      .post('/api/v1/probe?secret=1')
      .set({ authorization: campaign, 'x-correlation-id': 'audit-done-1' })
      .send({ count: 1 })
      .expect(201);
    expect(await of('audit-done-1')).toMatchObject([
      {
        actorName: 'the-campaign',
        roles: ['campaign'],
        action: 'POST /api/v1/probe',
        target: `/api/v1/probe/probe-${probe.served}`,
        outcome: 'done',
        status: 201,
        address: expect.stringContaining('127.0.0.1'),
      },
    ]);
  });

  it('has what was refused, by permission or by rule, and what failed', async () => {
    const send = async (id: string, bearer: string, path: string, body: object) =>
      gateway.http.post(path).set({ authorization: bearer, 'x-correlation-id': id }).send(body);
    await send('audit-forbidden', await gateway.bearer('viewer'), '/api/v1/probe', { count: 1 });
    await send('audit-invalid-1', campaign, '/api/v1/probe', { count: 'x' });
    gateway.answer(RecordPayment, () => ({}) as PaymentView);
    const payment = { amountFen: 1, paidAt: '2026-03-02T09:30:00Z', reference: 'R' };
    await send('audit-defect-1', campaign, '/api/v1/accounts/1/payments', payment);
    expect(await of('audit-forbidden')).toMatchObject([
      { actorName: 'the-viewer', outcome: 'refused', status: 403, code: 'access.forbidden' },
    ]);
    expect(await of('audit-invalid-1')).toMatchObject([
      { outcome: 'refused', status: 400, code: 'request.invalid' },
    ]);
    expect(await of('audit-defect-1')).toMatchObject([
      { action: 'POST /api/v1/accounts/:accountNo/payments', outcome: 'failed', status: 500 },
    ]);
  });

  it('has sign-ins, good and bad, by their name', async () => {
    await gateway.http
      .post('/api/v1/sign-in')
      .set('x-correlation-id', 'audit-sign-in-1')
      .send({ name: 'mallory', password: 'guess' })
      .expect(401);
    expect(await of('audit-sign-in-1')).toMatchObject([
      {
        actorId: 'anonymous',
        target: '/api/v1/sign-in user:mallory',
        outcome: 'refused',
        code: 'sign-in.refused',
      },
    ]);
  });

  it('has no entry for what only reads or was not signed in for', async () => {
    await gateway.http.get('/api/v1/me').set({ authorization: campaign, 'x-correlation-id': 'audit-read-1' });
    await gateway.http
      .post('/api/v1/probe')
      .set('x-correlation-id', 'audit-nobody-1')
      .send({ count: 1 })
      .expect(401);
    expect(await of('audit-read-1')).toEqual([]);
    expect(await of('audit-nobody-1')).toEqual([]);
  });

  it('marks a repeated request', async () => {
    for (const id of ['audit-first-1', 'audit-repeat-1']) {
      await gateway.http
        .post('/api/v1/probe')
        .set({ authorization: campaign, 'x-correlation-id': id, 'idempotency-key': 'audited' })
        .send({ count: 1 })
        .expect(201);
    }
    expect(await of('audit-repeat-1')).toMatchObject([{ outcome: 'replayed', status: 201 }]);
  });

  it('holds no secret', async () => {
    await gateway.makeUser('secretive', 'viewer');
    const rows = await gateway.database.query<{ text: string }>('select t::text as text from audit_entry t');
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toContain('POST /api/v1/users');
    for (const secret of ['somebody of the tests', 'first admin of the tests', 'secret=1', 'Bearer', 'eyJ']) {
      expect(all).not.toContain(secret);
    }
  });

  it('is not written, and the change not made, when there is no room for it', async () => {
    const servedBefore = probe.served;
    await gateway.database.execute('alter table audit_entry rename to audit_entry_away');
    try {
      await gateway.http.post('/api/v1/probe').set('authorization', campaign).send({ count: 1 }).expect(500);
    } finally {
      await gateway.database.execute('alter table audit_entry_away rename to audit_entry');
    }
    expect(probe.served).toBe(servedBefore);
  });

  it('is read page by page and by filter', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await audit({ limit: 3, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen.length).toBeGreaterThan(6);
    expect(new Set(seen).size).toBe(seen.length);
    const refused = await audit({ outcome: 'refused', target: '/api/v1/probe' });
    expect(refused.items.map(({ code }) => code).sort()).toEqual(['access.forbidden', 'request.invalid']);
    expect((await audit({ to: '2020-01-01T00:00:00Z' })).items).toEqual([]);
    await gateway.http.get('/api/v1/audit?cursor=garbage').set('authorization', admin).expect(400);
    await gateway.http.get('/api/v1/audit?from=yesterday').set('authorization', admin).expect(400);
  });

  it('has room for the months to come, kept by housekeeping, which also sweeps what expired', async () => {
    await gateway.database.execute(`update idempotency_key set expires_at = now() - interval '1 second'`);
    await gateway.service.app.get(Housekeeping, { strict: false }).run();
    const months = await gateway.database.query(
      `select 1 from pg_inherits where inhparent = 'audit_entry'::regclass`,
    );
    expect(months).toHaveLength(3);
    expect(await gateway.database.query('select 1 from idempotency_key')).toEqual([]);
  });
});
