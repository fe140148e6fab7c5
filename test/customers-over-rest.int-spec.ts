import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type AccountPage,
  type ArrearsView,
  type BillPage,
  type FoundCase,
  type KnowledgeHits,
  OpenWorkOrder,
  type OutageView,
  type RegisterImportView,
  type RowErrorPage,
  type WorkOrderView,
} from '@switchyard/contracts';
import { waitFor } from '@switchyard/testing';
import { GatewayFixture } from '../apps/gateway/test/gateway-fixture';
import { TicketFixture } from '../apps/ticket/test/ticket-fixture';

const SAMPLES = path.resolve(__dirname, '../deploy/samples');

describe('customers over REST', () => {
  let files: string;
  let gateway: GatewayFixture;
  let ticket: TicketFixture;
  let bearer: string;

  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
    gateway = await GatewayFixture.open({ FILES_DIR: files });
    const environment = { TICKET_IDENTITY_KEYS: `k1:${'a1'.repeat(32)}` };
    ticket = await TicketFixture.start({ bus: gateway.bus, filesDir: files, environment });
    bearer = await gateway.bearer('admin');
  }, 120_000);

  afterAll(async () => {
    await ticket?.close();
    await gateway?.close();
    await rm(files, { recursive: true, force: true });
  });

  const ask = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', url: string, who = bearer) =>
    gateway.http[method](`/api/v1${url}`).set('authorization', who);

  async function imported(register: string, file: string, bytes?: Buffer): Promise<RegisterImportView> {
    const content = bytes ?? (await readFile(path.join(SAMPLES, file)));
    const answer = await ask('post', `/${register}/imports`).attach('file', content, file).expect(202);
    const { id } = answer.body as RegisterImportView;
    let view = answer.body as RegisterImportView;
    const isOver = async () => {
      view = (await ask('get', `/register-imports/${id}`).expect(200)).body as RegisterImportView;
      return view.state !== 'running';
    };
    await waitFor('the end of the import', isOver, 60_000);
    return view;
  }

  it('come in by the samples, and the menus know them', async () => {
    for (const [code, name] of Object.entries({ 320104: '秦淮区', 320115: '江宁区', 320118: '高淳区' })) {
      await ask('put', `/areas/${code}`).send({ name, class: 'suburb' }).expect(200);
    }
    for (const [register, file] of [
      ['customers', 'customers.csv'],
      ['bills', 'bills.csv'],
      ['arrears', 'arrears-owed.csv'],
      ['outages', 'outages.csv'],
    ] as const) {
      expect(await imported(register, file)).toMatchObject({
        register,
        state: 'completed',
        fileName: file,
        rowsRefused: 0,
        createdBy: 'admin',
      });
    }
    const again = await ask('post', '/customers/imports')
      .attach('file', await readFile(path.join(SAMPLES, 'customers.csv')), 'again.csv')
      .expect(409);
    expect(again.body).toMatchObject({ code: 'register-import.already-imported' });

    const found = await ask('get', `/customers?phone=${encodeURIComponent('+8613900010001')}`).expect(200);
    expect(found.body).toMatchObject({ accounts: [{ kind: 'resident' }, { kind: 'sole-trader' }] });
    const important = (await ask('get', '/accounts?important=true').expect(200)).body as AccountPage;
    expect(important.items).toMatchObject([{ name: '市第一医院', listFlag: 'red', valueTier: 'high' }]);
    const { accountNo } = important.items[0] ?? { accountNo: '' };
    const bills = await ask('get', `/accounts/${accountNo}/bills?limit=1`).expect(200);
    expect(bills.body).toMatchObject({ items: [{ billMonth: '2026-02' }] });
    const arrears = (await ask('get', '/accounts/310000000010/arrears').expect(200)).body as ArrearsView;
    expect(arrears.months.map(({ billMonth }) => billMonth)).toEqual(['2025-11', '2026-01']);
    expect(arrears.totalFen).toBeGreaterThan(
      arrears.months.reduce((sum, { amountFen }) => sum + amountFen, 0),
    );
    expect((await ask('get', '/outages?kind=load-limit').expect(200)).body).toMatchObject({
      items: [{ reference: 'TD-20261205-03', areaCode: '320118' }],
    });
  });

  it('have bills that are taken out as a file and handed in again, and payments as a file', async () => {
    const bills = async () => {
      const { items } = (await ask('get', '/bills?limit=200').expect(200)).body as BillPage;
      return items.map((bill) => ({ ...bill, updatedAt: '' }));
    };
    const before = await bills();
    const file = await ask('get', '/bills/export').expect(200);
    expect(file.headers['content-disposition']).toBe('attachment; filename="bills.csv"');
    expect(await imported('bills', 'bills-out.csv', Buffer.from(file.text))).toMatchObject({
      state: 'completed',
      rowsAccepted: before.length,
      rowsRefused: 0,
    });
    expect(await bills()).toEqual(before);

    const payment = { amountFen: 6_350, paidAt: '2026-03-02T01:30:00Z', reference: 'P-1' };
    await ask('post', '/accounts/310000009999/payments').send(payment).expect(201);
    const payments = await ask('get', '/accounts/310000009999/payments/export').expect(200);
    expect(payments.text).toContain('310000009999,2026-03-02 09:30:00,63.5,,billing,P-1,');
    const viewer = await gateway.bearer('viewer');
    await ask('get', '/bills/export', viewer).expect(403);
  });

  it('come in by rows, bad ones told by their fields', async () => {
    const rows = [
      { accountNo: 'R-1', name: '李明', phones: ['13900030001'] },
      { accountNo: 'R 2', name: '' },
    ];
    const answer = await ask('post', '/customers/imports').send({ rows }).expect(202);
    const { id } = answer.body as RegisterImportView;
    expect(answer.body).toMatchObject({ state: 'completed', rowsAccepted: 1, rowsRefused: 1 });
    const errors = (await ask('get', `/register-imports/${id}/errors`).expect(200)).body as RowErrorPage;
    expect(errors.items.map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, 'accountNo', 'row.bad-text'],
      [2, 'name', 'row.missing'],
    ]);
    const file = await ask('get', `/register-imports/${id}/errors/export`).expect(200);
    expect(file.text.split('\r\n').slice(0, 3)).toEqual([
      expect.stringContaining('行号,字段,原值,问题,代码') as string,
      expect.stringMatching(/^2,accountNo,R 2,.+,row\.bad-text$/) as string,
      expect.stringMatching(/^2,name,.*,.+,row\.missing$/) as string,
    ]);
    await ask('post', '/customers/imports').send({ rows: 'no list' }).expect(400);
    await ask('get', '/register-imports/7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001').expect(404);
  });

  it('have outages registered, changed and ended', async () => {
    const body = { kind: 'fault', areaCode: '320104', startsAt: new Date().toISOString(), cause: '断线' };
    const { outageId } = (await ask('post', '/outages').send(body).expect(201)).body as OutageView;
    const known = () => ask('get', '/areas/320104/known-outages?withinDays=0').expect(200);
    expect((await known()).body).toMatchObject({ outages: [{ outageId, upcoming: false }] });
    await ask('patch', `/outages/${outageId}`).send({ cause: '树木压线' }).expect(200);
    const restored = await ask('post', `/outages/${outageId}/restore`).send({}).expect(200);
    expect(restored.body).toMatchObject({ status: 'restored', cause: '树木压线' });
    expect((await known()).body).toMatchObject({ outages: [] });
    await ask('post', `/outages/${outageId}/cancel`).expect(409);
    await ask('post', '/outages')
      .send({ ...body, areaCode: 'none' })
      .expect(422);
  });

  it('ask for the progress of a case by its code', async () => {
    const body = {
      kind: 'suggestion',
      anonymous: true,
      text: '多设网点',
      reference: 'web:1',
      channel: 'web',
    };
    const opened = (await ask('post', '/work-orders').send(body).expect(201)).body as WorkOrderView;
    const progress = await ask('get', `/work-orders/progress/${opened.queryCode}`).expect(200);
    expect((progress.body as FoundCase).case).toMatchObject({ number: opened.number, status: 'open' });
    const named = await ask('post', '/work-orders').send({
      ...body,
      reference: 'web:2',
      phone: '+8613900010001',
    });
    expect(named.status).toBe(422);
  });

  it('have a penalty that the operator sets', async () => {
    const versions = await ask('get', '/policies/penalty/versions').expect(200);
    const { document } = (versions.body as { items: { document: object }[] }).items[0] ?? { document: {} };
    const validFrom = new Date().toISOString();
    await ask('post', '/policies/penalty/versions')
      .send({ validFrom, document: { ...document, minimumFen: 100 } })
      .expect(201);
    const wrong = await ask('post', '/policies/penalty/versions').send({ validFrom, document: {} });
    expect(wrong.status).toBe(422);
    await ask('get', '/policies/mood/versions').expect(400);
  });

  it('are shown to those who may see them only', async () => {
    const viewer = await gateway.bearer('viewer');
    const agent = await gateway.bearer('agent');
    await ask('get', '/accounts', viewer).expect(403);
    await ask('get', '/bills', viewer).expect(403);
    await ask('get', '/outages', viewer).expect(200);
    await ask('get', '/bills', agent).expect(200);
    await ask('post', '/outages', agent).send({}).expect(403);
    await ask('post', '/customers/imports', agent)
      .send({ rows: [{}] })
      .expect(403);
    await ask('put', '/accounts/310000000001/telephone-access/password', agent)
      .send({ password: '40718236' })
      .expect(403);
  });

  it('have a telephone password that is in no log, no audit entry and no answer', async () => {
    const access = '/accounts/310000000001/telephone-access';
    const keyed = ['61730942', '12345678', '617309426173094261730942617309426'];
    const set = (password: unknown) => ask('put', `${access}/password`).send({ password });
    const answers = [
      await set(keyed[0]).expect(200),
      await set(keyed[1]).expect(422),
      await set(keyed[2]).expect(400),
      await set(Number(keyed[0])).expect(400),
      await ask('get', access).expect(200),
      await ask('delete', `${access}/lock`).expect(200),
      await ask('delete', `${access}/password`).expect(200),
      await ask('get', '/audit?limit=200').expect(200),
    ];
    expect(answers[0]?.body).toMatchObject({ passwordSet: true, failures: 0 });
    expect(answers[1]?.body).toMatchObject({ code: 'telephone-password.weak' });
    const stored = await Promise.all(
      ['audit_entry', 'idempotency_key'].map((table) => rowsOf(gateway, table)),
    );
    const everything = [
      ...answers.map(({ text }) => text),
      ...gateway.logLines,
      ticket.log,
      ...stored.flat(),
    ].join('\n');
    expect(everything).toContain('telephone-access/password');
    for (const password of keyed) expect(everything).not.toContain(password);
  });

  it('are graded by hand, taken out as a file, and looked at as a whole though telephony is away', async () => {
    const body = { valueTier: 'mid', important: true, reason: '重点保障' };
    const path = '/accounts/310000000002';
    await ask('put', `${path}/standing`)
      .send({ ...body, reason: '' })
      .expect(400);
    await ask('put', `${path}/standing`).send(body).expect(200);
    const agent = await gateway.bearer('agent');
    await ask('put', `${path}/standing`, agent).send(body).expect(403);
    await ask('post', `${path}/standing/release`).send({ reason: '结束' }).expect(200);
    const changes = await ask('get', '/standing-changes?accountNo=310000000002&limit=1').expect(200);
    expect(changes.body).toMatchObject({ items: [{ accountNo: '310000000002' }] });
    const file = await ask('get', '/customers/export?kind=resident&format=csv').expect(200);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text).toContain('310000000002,张伟,居民,+8613900010002,');
    const masked = await ask('get', '/customers/export?kind=resident', await gateway.bearer('viewer')).expect(
      403,
    );
    expect(masked.body).toMatchObject({ code: 'access.forbidden' });
    const xlsx = await ask('get', '/customers/export?format=xlsx&language=en').buffer(true).expect(200);
    expect(xlsx.headers['content-disposition']).toBe('attachment; filename="customers.xlsx"');
    const overview = (await ask('get', '/customers/310000000010/overview', agent).expect(200)).body as {
      [part: string]: { available: boolean; code?: string; content?: unknown };
    };
    expect(overview.account).toMatchObject({ available: true, content: { accountNo: '310000000010' } });
    expect(overview.arrears).toMatchObject({
      available: true,
      content: { months: expect.any(Array) as unknown },
    });
    expect(overview.calls).toEqual({ available: false, code: 'service.unavailable' });
    await ask('get', '/customers/NOBODY/overview').expect(404);
  });

  it('find what agents answer from, and files of it', async () => {
    const found = await ask('get', `/knowledge/search?q=${encodeURIComponent('评价')}&type=script`).expect(
      200,
    );
    expect(found.body).toMatchObject({ total: 2, items: [{ exact: true }, { exact: true }] });
    await ask('get', '/knowledge/search?q=%EF%BC%9F').expect(422);
    const list = await ask('get', '/knowledge/articles/export?type=forbidden-phrase').expect(200);
    expect(list.text.trim().split('\r\n')).toHaveLength(16);
    const agent = await gateway.bearer('agent');
    await ask('post', '/knowledge/articles', agent)
      .send({ type: 'faq', title: '问', body: '答' })
      .expect(403);
    const leader = await gateway.bearer('shift-leader');
    const draft = { code: 'pay', type: 'faq', title: '怎么交电费', body: '网上交' };
    await ask('post', '/knowledge/articles', leader).send(draft).expect(201);
    const attached = await ask('post', '/knowledge/articles/pay/attachments', leader)
      .attach('file', Buffer.from('form'), { filename: '表.txt', contentType: 'text/plain' })
      .expect(201);
    const [file] = (attached.body as { attachments: { attachmentId: string }[] }).attachments;
    const download = `/knowledge/articles/pay/versions/1/attachments/${file?.attachmentId}`;
    const bytes = await ask('get', download).buffer(true).expect(200);
    expect((bytes.body as Buffer).toString()).toBe('form');
    expect(bytes.headers['content-type']).toBe('application/octet-stream');
    await ask('post', '/knowledge/articles/pay/versions/1/submit', leader).send({}).expect(200);
    const own = await ask('post', '/knowledge/articles/pay/versions/1/approve', leader).send({}).expect(422);
    expect(own.body).toMatchObject({ code: 'article.own-work' });
    await ask('post', '/knowledge/articles/pay/versions/1/approve').send({}).expect(200);
    await ask('post', '/knowledge/articles/pay/versions/1/publish').send({}).expect(200);
    const again = await ask('get', `/knowledge/search?q=${encodeURIComponent('电费')}`).expect(200);
    expect((again.body as KnowledgeHits).items[0]).toMatchObject({ code: 'pay', exact: true });
  });

  it('report in confidence: no answer, audit entry or log has who, but the one approved reading', async () => {
    const { number } = await ticket.call(OpenWorkOrder, {
      kind: 'complaint',
      anonymous: true,
      text: '反映问题',
      reference: 'rest-secret',
    });
    const who = { name: '郑不平', phone: '+8613955550001', note: '只在周末联系' };
    await ask('post', `/work-orders/${number}/identity`, await gateway.bearer('agent'))
      .send(who)
      .set('idempotency-key', 'keep-once')
      .expect(201);
    const discipline = await gateway.bearer('discipline');
    const reason = '核查举报内容需要联系';
    const asked = await ask('post', `/work-orders/${number}/identity/readings`, discipline)
      .send({ reason })
      .expect(201);
    const reading = `/identity-readings/${(asked.body as { requestId: string }).requestId}`;
    await ask('post', `${reading}/approve`, discipline).send({ reason: '自己同意自己的申请' }).expect(422);
    await ask('post', `${reading}/approve`).send({ reason: '经纪检组长同意按程序查阅' }).expect(200);
    const read = await ask('post', `${reading}/read`, discipline).expect(200);
    expect(read.body).toMatchObject({ number, ...who });
    expect(read.headers['cache-control']).toBe('no-store');
    await ask('post', `${reading}/read`, discipline).set('idempotency-key', 'again').expect(409);
    const elsewhere = [
      await ask('get', `/work-orders/${number}/identity`).expect(200),
      await ask('get', `/work-orders/${number}`).expect(200),
      await ask('get', '/identity-audit').expect(200),
      await ask('get', '/identity-audit/export').expect(200),
      await ask('get', '/identity-readings/export').expect(200),
      await ask('get', '/audit?limit=200').expect(200),
    ].map(({ text }) => text);
    const stored = await Promise.all(
      ['audit_entry', 'idempotency_key'].map((table) => rowsOf(gateway, table)),
    );
    const everything = [...elsewhere, ...gateway.logLines, ticket.log, ...stored.flat()].join('\n');
    for (const secret of Object.values(who)) expect(everything).not.toContain(secret);
  });

  it('are handed over from one leader to the next', async () => {
    const leader = await gateway.bearer('shift-leader');
    await ask('post', '/duty', leader).expect(200);
    await gateway.bearer('viewer');
    for (const relief of ['nobody', 'the-viewer']) {
      const refused = await ask('post', '/handovers', leader).send({ shift: '早班', relief }).expect(422);
      expect(refused.body).toMatchObject({ code: 'handover.relief-unknown', details: { field: 'relief' } });
    }
    const begun = await ask('post', '/handovers', leader)
      .send({ shift: '早班', relief: 'admin' })
      .expect(201);
    const path = `/handovers/${(begun.body as { handoverId: string }).handoverId}`;
    await ask('post', `${path}/notes`, leader).send({ section: 'system', text: '正常' }).expect(200);
    await ask('post', `${path}/submit`, leader).expect(200);
    const verdict = await ask('get', '/sign-out-verdict?agent=the-shift-leader', leader).expect(200);
    expect(verdict.body).toMatchObject({ allowed: false, reasons: [{ code: 'handover-not-accepted' }] });
    await ask('post', `${path}/accept`).send({ briefing: '注意天气' }).expect(200);
    const duty = await ask('get', '/duty', leader).expect(200);
    expect(duty.body).toMatchObject({ duty: { leader: 'admin' } });
    const list = await ask('get', '/handovers/export?state=accepted', leader).expect(200);
    expect(list.text).toContain('已交接');
  });
});

async function rowsOf(gateway: GatewayFixture, table: string): Promise<string[]> {
  const rows = await gateway.database.query<{ row: string }>(`select t::text as row from ${table} t`);
  return rows.map(({ row }) => row);
}
