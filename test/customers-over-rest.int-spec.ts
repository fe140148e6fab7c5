import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  AccountPage,
  ArrearsView,
  FoundCase,
  OutageView,
  RegisterImportView,
  RowErrorPage,
  WorkOrderView,
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
    ticket = await TicketFixture.start({ bus: gateway.bus, filesDir: files });
    bearer = await gateway.bearer('admin');
  }, 120_000);

  afterAll(async () => {
    await ticket?.close();
    await gateway?.close();
    await rm(files, { recursive: true, force: true });
  });

  const ask = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', url: string, who = bearer) =>
    gateway.http[method](`/api/v1${url}`).set('authorization', who);

  async function imported(register: string, file: string): Promise<RegisterImportView> {
    const content = await readFile(path.join(SAMPLES, file));
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
        ...{ register, state: 'completed', fileName: file, rowsRefused: 0, createdBy: 'admin' },
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
});

async function rowsOf(gateway: GatewayFixture, table: string): Promise<string[]> {
  const rows = await gateway.database.query<{ row: string }>(`select t::text as row from ${table} t`);
  return rows.map(({ row }) => row);
}
