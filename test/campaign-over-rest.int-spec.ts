import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BatchDetail,
  BatchView,
  ContactView,
  DialingPolicyList,
  DialingPolicyVersions,
  HandOffPage,
  ImportView,
  NoticeTemplateList,
  NoticeTemplateView,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { GatewayFixture } from '../apps/gateway/test/gateway-fixture';
import { bills, CampaignFixture } from '../apps/ivr/test/campaign/campaign-fixture';

describe('a campaign over REST', () => {
  let files: string;
  let gateway: GatewayFixture;
  let ivr: CampaignFixture;
  let bearer: string;

  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'switchyard-files-'));
    gateway = await GatewayFixture.open({ FILES_DIR: files });
    ivr = await CampaignFixture.open({ bus: gateway.bus, filesDir: files });
    bearer = await gateway.bearer('campaign');
  }, 120_000);

  afterAll(async () => {
    await ivr?.close();
    await gateway?.close();
    await rm(files, { recursive: true, force: true });
  });

  const get = (url: string, who = bearer) => gateway.http.get(`/api/v1${url}`).set('authorization', who);
  const post = (url: string, who = bearer) => gateway.http.post(`/api/v1${url}`).set('authorization', who);

  async function newBatch(): Promise<BatchView> {
    const body = { kind: 'bill-notice', name: 'over REST', policyName: 'test' };
    return (await post('/batches').send(body).expect(201)).body as BatchView;
  }

  async function imported(answer: { body: unknown }): Promise<ImportView> {
    const { id } = answer.body as ImportView;
    for (let tries = 0; tries < 1_000; tries++) {
      const view = (await get(`/imports/${id}`).expect(200)).body as ImportView;
      if (view.state !== 'running') return view;
      await sleep(20);
    }
    throw new Error('the import does not end');
  }

  it('goes from an uploaded file to a list with its receipt', async () => {
    const { id } = await newBatch();
    const upload = await post(`/batches/${id}/imports`)
      .attach('file', Buffer.from(bills(4)), '三月 账单.csv')
      .expect(202);
    expect(await imported(upload)).toMatchObject({
      state: 'completed',
      rowsAccepted: 4,
      fileName: '三月 账单.csv',
    });

    const preview = (await get(`/batches/${id}/preview?rows=2`).expect(200)).body as {
      rows: { text: string }[];
    };
    expect(preview.rows).toHaveLength(2);
    expect(preview.rows[0]?.text).toContain('江城');

    await post(`/batches/${id}/start`).send({ expectedVersion: 1 }).expect(409);
    await post(`/batches/${id}/start`).send({}).expect(200);
    await post(`/batches/${id}/pause`).send({}).expect(200);
    await post(`/batches/${id}/resume`).send({}).expect(200);
    await gateway.http.delete(`/api/v1/batches/${id}`).set('authorization', bearer).expect(409);
    const refused = await get(`/batches/${id}/hand-off/export?format=csv`).expect(409);
    expect(refused.body).toMatchObject({ code: 'hand-off.not-allowed-in-state' });

    await ivr.end(id, 2);
    const detail = (await get(`/batches/${id}`).expect(200)).body as BatchDetail;
    expect(detail).toMatchObject({ final: true, dispositions: { delivered: 0, handedOff: 2, cancelled: 2 } });
    const first = await get(`/batches/${id}/hand-off/export?format=csv`).buffer(true).expect(200);
    expect(first.headers['content-type']).toMatch(/^text\/csv/);
    expect(first.headers['content-disposition']).toContain('attachment');
    const again = await get(`/batches/${id}/hand-off/export?format=csv`).buffer(true).expect(200);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect(again.text).toBe(first.text);

    await post(`/batches/${id}/hand-off/receipts`)
      .send({ receivedBy: '电费管理中心', reference: 'R-7' })
      .expect(201);
    const list = (await get(`/batches/${id}/hand-off`).expect(200)).body as HandOffPage;
    expect(list).toMatchObject({
      final: true,
      count: 2,
      receipts: [{ receivedBy: '电费管理中心', reference: 'R-7' }],
    });
  });

  it('takes a file as the body itself and rows as JSON', async () => {
    const { id } = await newBatch();
    const raw = await post(`/batches/${id}/imports?fileName=raw.csv`)
      .set('content-type', 'text/csv')
      .send(bills(2, 50))
      .expect(202);
    expect(await imported(raw)).toMatchObject({ rowsAccepted: 2, fileName: 'raw.csv' });
    const row = {
      accountNo: '3199999999',
      name: '李四',
      phone: '010-62345678 转 12',
      readingDate: '2026-02-28',
      registerValue: 1,
      energyKwh: 1,
      amountFen: 5,
      previousBalanceFen: 0,
      payableFen: 5,
    };
    const json = await post(`/batches/${id}/imports`)
      .send({ rows: [row] })
      .expect(202);
    expect(json.body).toMatchObject({ state: 'completed', rowsAccepted: 1 });
    const found = await get(`/batches/${id}/contacts?accountNo=3199999999`).expect(200);
    const [contact] = (found.body as { items: ContactView[] }).items;
    expect(contact).toMatchObject({ number: '+861062345678', extension: '12' });
    const timeline = await get(`/contacts/${contact?.id}/timeline`).expect(200);
    expect(timeline.body).toMatchObject({
      summary: { en: expect.stringContaining('not started') as string },
    });
  });

  it('refuses what does not fit, naming the field', async () => {
    const { id } = await newBatch();
    const bad = await post(`/batches/${id}/imports`).send({ rows: [] }).expect(400);
    expect(bad.body).toMatchObject({ code: 'request.invalid' });
    await post('/batches').send({ kind: 'poem', name: 'x' }).expect(400);
    await get('/batches/no-uuid').expect(400);
    await get('/batches/00000000-0000-4000-8000-000000000000').expect(404);
    await post(`/batches/${id}/imports`).set('content-type', 'image/png').send('x').expect(415);
  });

  it('shows a viewer batches with masked numbers, and lets no viewer change or take anything', async () => {
    const viewer = await gateway.bearer('viewer');
    const { items } = (await get('/batches', viewer).expect(200)).body as { items: BatchView[] };
    const id = items.at(-1)?.id;
    const contacts = await get(`/batches/${id}/contacts`, viewer).expect(200);
    expect(JSON.stringify(contacts.body)).not.toMatch(/\+86139000\d{5}/);
    await post('/batches', viewer).send({ kind: 'bill-notice', name: 'x' }).expect(403);
    await get(`/batches/${id}/hand-off/export?format=csv`, viewer).expect(403);
  });

  it('streams progress until the figures are final', async () => {
    const { id } = await newBatch();
    await imported(
      await post(`/batches/${id}/imports`)
        .attach('file', Buffer.from(bills(2, 70)), 'b.csv')
        .expect(202),
    );
    await post(`/batches/${id}/start`).send({}).expect(200);
    const stream = get(`/batches/${id}/progress`).buffer(true).expect(200);
    const events = stream.then((answer) => answer.text);
    await sleep(300);
    await ivr.end(id, 1);
    const text = await events;
    expect(text).toContain('event: progress');
    expect(text).toContain('"final":true');
    expect(text.trimEnd().endsWith('data: {}')).toBe(true);
  });

  it('keeps the do-not-call register', async () => {
    const added = await post('/do-not-call')
      .send({ number: '139 0001 0001', reason: '客户来函' })
      .expect(201);
    expect(added.body).toMatchObject({ number: '+8613900010001', source: 'staff' });
    await post('/do-not-call').send({ number: '13900010001', reason: 'again' }).expect(409);
    await post('/do-not-call').send({ number: '95598', reason: 'x' }).expect(422);
    const { id } = added.body as { id: string };
    const remove = () => gateway.http.delete(`/api/v1/do-not-call/${id}`).set('authorization', bearer);
    await remove().expect(200);
    await remove().expect(404);
    expect((await get('/do-not-call').expect(200)).body).toEqual({ items: [] });
    const all = await get('/do-not-call?removed=true&number=13900010001').expect(200);
    expect(all.body).toMatchObject({ items: [{ id, removedBy: expect.any(String) as string }] });
  });

  describe('a dialing policy', () => {
    let admin: string;
    let standard: Record<string, unknown>;
    const today = () => localDateAt(new Date());

    beforeAll(async () => {
      admin = await gateway.bearer('admin');
      const { items } = (await get('/dialing-policies/standard/versions', admin).expect(200))
        .body as DialingPolicyVersions;
      const { id: _id, validFrom: _validFrom, ...rest } = items[0]?.document ?? {};
      standard = rest;
    });

    it('is listed as it holds, the lab’s own among them', async () => {
      expect((await get('/dialing-policies', admin).expect(200)).body).toMatchObject({
        items: [
          { name: 'standard', state: 'in-force', setBy: 'system:ivr', versions: 1 },
          { name: 'test', state: 'in-force', document: { labOnly: true } },
        ],
      });
    });

    it('is checked without being kept, and refused, with every problem by its field', async () => {
      const document = { ...standard, ringSeconds: 300, colour: 'red' };
      const { body: check } = await post('/dialing-policies/standard/check', admin)
        .send({ document })
        .expect(200);
      expect(check).toMatchObject({
        valid: false,
        problems: [
          { field: 'document.ringSeconds', problem: 'must be a whole number from 5 to 120' },
          { field: 'document.colour' },
        ],
      });
      const versions = '/dialing-policies/standard/versions';
      const refused = await post(versions, admin).send({ validFrom: today(), document }).expect(422);
      expect(refused.body).toMatchObject({ code: 'dialing-policy.invalid' });
      expect(JSON.stringify(refused.body)).toContain('document.ringSeconds');
      const past = await post(versions, admin)
        .send({ validFrom: '2025-01-01', document: standard })
        .expect(422);
      expect(past.body).toMatchObject({ code: 'dialing-policy.in-past', details: { field: 'validFrom' } });
      expect((await get(versions, admin).expect(200)).body).toMatchObject({
        items: [{ setBy: 'system:ivr' }],
      });
    });

    it('holds from the day it is set for, over what held before; of one day the last one holds', async () => {
      const versions = '/dialing-policies/evenings/versions';
      await get(versions, admin).expect(404);
      for (const ringSeconds of [40, 45]) {
        const document = { ...standard, ringSeconds };
        await post(versions, admin).send({ validFrom: today(), document }).expect(201);
      }
      const later = { validFrom: '2099-01-01', document: standard };
      expect((await post(versions, admin).send(later).expect(201)).body).toMatchObject({ state: 'to-come' });
      expect((await get(versions, admin).expect(200)).body).toMatchObject({
        items: [
          { state: 'to-come', validFrom: '2099-01-01' },
          { state: 'in-force', validFrom: today(), document: { ringSeconds: 45 }, setBy: 'admin' },
          { state: 'past', document: { ringSeconds: 40 } },
        ],
      });
      const listed = (await get('/dialing-policies', admin).expect(200)).body as DialingPolicyList;
      expect(listed.items.find(({ name }) => name === 'evenings')).toMatchObject({
        versions: 3,
        document: { ringSeconds: 45 },
      });
    });

    it('is read and set by those who may only', async () => {
      await get('/dialing-policies').expect(403);
      await post('/dialing-policies/standard/versions').send({}).expect(403);
    });
  });

  describe('the words of notices', () => {
    const words = { medium: 'spoken', kind: 'bill-notice', language: 'en' } as const;
    const address = '/notice-templates/spoken/bill-notice/en/versions';
    const partsOf = ({ document }: NoticeTemplateView) => document['parts'] as Record<string, string>;
    const inForce = async (admin: string): Promise<NoticeTemplateView> => {
      const { items } = (await get('/notice-templates', admin).expect(200)).body as NoticeTemplateList;
      const found = items.find(
        ({ medium, kind, language }) =>
          medium === words.medium && kind === words.kind && language === words.language,
      );
      if (!found) throw new Error('no English bill notice is listed');
      return found;
    };

    it('are heard before a customer hears them', async () => {
      const admin = await gateway.bearer('admin');
      const parts = partsOf(await inForce(admin));
      expect(parts['body']).toContain('{payable}');
      const preview = (body: object) =>
        post('/notice-templates/preview', admin)
          .send({ ...words, ...body })
          .expect(200);
      const closing = 'Have a good day.';
      const tried = await preview({
        document: { parts: { ...parts, closing } },
        data: { payableFen: 6_850 },
      });
      expect(tried.body).toMatchObject({ valid: true });
      expect(JSON.stringify(tried.body)).toContain(closing);
      expect(JSON.stringify(tried.body)).toContain('sixty-eight yuan');
      const wrong = await preview({ document: { parts: { ...parts, body: 'You owe 5 yuan.' } } });
      expect(wrong.body).toMatchObject({ valid: false, parts: [] });
      expect(JSON.stringify(wrong.body)).toContain('document.parts.body');
    });

    it('are set version by version, each from the one in force', async () => {
      const admin = await gateway.bearer('admin');
      const before = await inForce(admin);
      const parts = { ...partsOf(before), closing: 'Have a very good day.' };
      const change = { basedOn: before.version, document: { parts } };
      const set = await post(address, admin).send(change).expect(201);
      expect(set.body).toMatchObject({ ...words, version: before.version + 1 });

      expect(partsOf(await inForce(admin))['closing']).toBe('Have a very good day.');
      const again = await post(address, admin).send(change).expect(409);
      expect(again.body).toMatchObject({ code: 'notice-template.version-conflict' });
      const empty = { basedOn: before.version + 1, document: { parts: { ...parts, body: '' } } };
      const refused = await post(address, admin).send(empty).expect(422);
      expect(JSON.stringify(refused.body)).toContain('document.parts.body');
      const { items } = (await get(address, admin).expect(200)).body as NoticeTemplateList;
      expect(items.map(({ version }) => version)).toEqual([before.version + 1, before.version]);
    });
  });
});
