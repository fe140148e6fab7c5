import {
  AddDoNotCall,
  BatchStarted,
  DeleteBatch,
  GetBatch,
  GetContactTimeline,
  ImportRows,
  ListBatches,
  ListContacts,
  NoticeDataChanged,
  type NoticeDataChangedPayload,
  PauseBatch,
  PreviewBatch,
  ResumeBatch,
  StartBatch,
  StopBatch,
} from '@switchyard/contracts';
import { BILL_HEADER, billLine, bills, CampaignFixture } from './campaign-fixture';

describe('the life of a batch', () => {
  let fixture: CampaignFixture;

  beforeAll(async () => {
    fixture = await CampaignFixture.open();
  }, 120_000);

  afterAll(() => fixture.close());

  let next = 1;
  async function readyBatch(rows = 2): Promise<string> {
    const batch = await fixture.createBatch();
    await fixture.importFile(batch.id, bills(rows, next));
    next += rows;
    return batch.id;
  }

  it('goes from draft to ready to running to paused and back, each step raising the version', async () => {
    const { id } = await fixture.createBatch();
    const early = await fixture.refusal(fixture.call(StartBatch, { batchId: id }));
    expect(early).toMatchObject({
      code: 'batch.not-allowed-in-state',
      details: { state: 'draft', reason: 'batch-has-no-contacts', allowed: ['delete'] },
    });
    await fixture.importFile(id, bills(2, 9_000));
    const started = await fixture.call(StartBatch, { batchId: id });
    expect(started.batch).toMatchObject({ state: 'running', contacts: 2 });
    const paused = await fixture.call(PauseBatch, { batchId: id, expectedVersion: started.batch.version });
    const stale = await fixture.refusal(
      fixture.call(ResumeBatch, { batchId: id, expectedVersion: started.batch.version }),
    );
    expect(stale).toMatchObject({ code: 'batch.version-conflict', details: { version: paused.version } });
    const resumed = await fixture.call(ResumeBatch, { batchId: id, expectedVersion: paused.version });
    expect(resumed).toMatchObject({ state: 'running', version: paused.version + 1 });
    expect(await fixture.call(StopBatch, { batchId: id })).toMatchObject({ state: 'stopped' });
    expect((await fixture.refusal(fixture.call(ResumeBatch, { batchId: id }))).code).toBe(
      'batch.not-allowed-in-state',
    );
  });

  it('may tell of an outage: rows by API, heard as they will be', async () => {
    const batch = await fixture.createBatch({ kind: 'outage-notice' });
    const row = {
      accountNo: 'H1',
      name: '第一医院',
      phone: '13900010001',
      customerKind: 'organisation',
      outage: 'P1',
      area: '秦淮区',
      cause: '断线',
      startsAt: '2026-03-02T01:00:00.000Z',
    };
    const imported = await fixture.call(ImportRows, {
      batchId: batch.id,
      rows: [row, { ...row, accountNo: 'H2', startsAt: 'soon' }],
    });
    expect(imported).toMatchObject({ rowsAccepted: 1, rowsRefused: 1 });
    const { rows } = await fixture.call(PreviewBatch, { batchId: batch.id });
    expect(rows[0]?.text).toContain('因断线，秦淮区自三月二日九点起停电，恢复供电的时间尚未确定。');
    expect((await fixture.call(StartBatch, { batchId: batch.id })).batch.state).toBe('running');
  });

  it('tells the others when it starts', async () => {
    const batchId = await readyBatch();
    await fixture.call(StartBatch, { batchId });
    const events = await fixture.query<{ payload: { batchId: string; contacts: number } }>(
      `select payload::jsonb as payload from outbox where subject = $1 and payload::jsonb ->> 'batchId' = $2`,
      [BatchStarted.subject, batchId],
    );
    expect(events.map(({ payload }) => payload.contacts)).toEqual([2]);
  });

  it('tells once that data came in, and that they were withdrawn with the batch (L24)', async () => {
    const batchId = await readyBatch();
    await fixture.importFile(batchId, bills(1, 8_100));
    await fixture.call(DeleteBatch, { batchId });
    const events = await fixture.query<{ payload: NoticeDataChangedPayload }>(
      `select payload::jsonb as payload from outbox where subject = $1 and payload::jsonb ->> 'batchId' = $2
       order by seq`,
      [NoticeDataChanged.subject, batchId],
    );
    expect(events.map(({ payload: { kind, change } }) => [kind, change])).toEqual([
      ['bill-notice', 'received'],
      ['bill-notice', 'withdrawn'],
    ]);
  });

  it('takes no contacts once it was started', async () => {
    const batchId = await readyBatch();
    await fixture.call(StartBatch, { batchId });
    const refusal = await fixture.refusal(fixture.upload(batchId, bills(1, 8_000)));
    expect(refusal.code).toBe('batch.not-allowed-in-state');
  });

  it('is deleted only if it was never started, and its file may then be handed in again', async () => {
    const first = await fixture.createBatch();
    await fixture.importFile(first.id, bills(1, 7_000));
    await fixture.call(DeleteBatch, { batchId: first.id });
    expect((await fixture.refusal(fixture.call(GetBatch, { batchId: first.id }))).code).toBe(
      'batch.not-found',
    );
    const second = await fixture.createBatch();
    expect(await fixture.importFile(second.id, bills(1, 7_000))).toMatchObject({ state: 'completed' });
    await fixture.call(StartBatch, { batchId: second.id });
    const refusal = await fixture.refusal(fixture.call(DeleteBatch, { batchId: second.id }));
    expect(refusal).toMatchObject({
      code: 'batch.not-allowed-in-state',
      details: { allowed: ['pause', 'stop'] },
    });
  });

  it('starts with a warning, not a refusal, when the deadline cannot be kept', async () => {
    const deadlineAt = new Date(fixture.now().getTime() + 30_000).toISOString();
    const batch = await fixture.createBatch({ deadlineAt });
    await fixture.importFile(batch.id, bills(500, 20_000));
    const preview = await fixture.call(PreviewBatch, { batchId: batch.id });
    expect(preview.forecast.onTime).toBe(false);
    const started = await fixture.call(StartBatch, { batchId: batch.id });
    expect(started.batch.state).toBe('running');
    expect(started.warnings.map(({ code }) => code)).toContain('forecast.late');
  });

  it('is previewed as it will be spoken, with windows of its policy', async () => {
    const batch = await fixture.createBatch({ policyName: 'standard' });
    await fixture.importFile(batch.id, bills(7, 30_000));
    const preview = await fixture.call(PreviewBatch, { batchId: batch.id, rows: 3 });
    expect(preview.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(preview.rows[0]?.text).toContain('六十八元五角');
    expect(preview.counts).toMatchObject({ contacts: 7, numbers: 7, payableFen: 7 * 6850, onDoNotCall: 0 });
    const residents = preview.windows.filter(({ customerKind }) => customerKind === 'resident');
    expect(residents.length).toBeGreaterThan(0);
    for (const { from, to } of residents) {
      const hour = (new Date(from).getUTCHours() + 8) % 24;
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
    }
  });

  it('refuses a deadline in the past, an unknown policy and a name of control characters', async () => {
    const codes = await Promise.all(
      [{ deadlineAt: '2020-01-01T00:00:00Z' }, { policyName: 'nonsense' }, { name: 'a\u0007b' }].map(
        async (change) => (await fixture.refusal(fixture.createBatch(change))).code,
      ),
    );
    expect(codes).toEqual(['batch.deadline-passed', 'dialing.policy-unknown', 'request.invalid']);
  });

  it('lists batches newest first, by page and filter', async () => {
    const names = ['page 1', 'page 2', 'page 3'];
    for (const name of names) await fixture.createBatch({ name, kind: 'arrears-reminder' });
    const filter = { kind: 'arrears-reminder' as const, name: 'PAGE' };
    const first = await fixture.call(ListBatches, { ...filter, limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['page 3', 'page 2']);
    const second = await fixture.call(ListBatches, { ...filter, limit: 2, cursor: first.nextCursor });
    expect(second.items.map(({ name }) => name)).toEqual(['page 1']);
    expect(second.nextCursor).toBeUndefined();
    expect((await fixture.call(ListBatches, { ...filter, state: 'running' })).items).toEqual([]);
  });

  it('tells for each waiting contact why it is not dialled', async () => {
    const batch = await fixture.createBatch({ policyName: 'test' });
    await fixture.importFile(batch.id, bills(5, 40_000));
    await fixture.call(StartBatch, { batchId: batch.id });
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    const [spaced, backingOff, barred, busy] = items;
    await fixture.query(
      `update contact set due_at = now() + interval '1 hour', wait_reason = 'busy' where id = $1`,
      [spaced?.id],
    );
    await fixture.query(
      `update contact set due_at = now() + interval '1 hour', wait_reason = 'technical' where id = $1`,
      [backingOff?.id],
    );
    await fixture.call(AddDoNotCall, { number: barred?.number ?? '', reason: 'asked' });
    await fixture.query(
      `insert into call (id, batch_id, number, node, trunk, holder, fence, lease_until)
       values (gen_random_uuid(), $1, $2, 'pbx-1', 'trunk', gen_random_uuid(), 1, now() + interval '1 minute')`,
      [batch.id, busy?.number],
    );
    const { waitReasons } = await fixture.call(GetBatch, { batchId: batch.id });
    expect(Object.fromEntries(waitReasons.map(({ name, count }) => [name, count]))).toEqual({
      spacing: 1,
      'technical-back-off': 1,
      'do-not-call': 1,
      'number-busy': 1,
      'in-turn': 1,
    });
  });

  it('tells what its dialers say holds it up, while that is news', async () => {
    const batch = await fixture.createBatch({ policyName: 'test' });
    await fixture.importFile(batch.id, bills(3, 45_000));
    await fixture.call(StartBatch, { batchId: batch.id });
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    const note = (node: string, obstacle: string | null, age: string) =>
      fixture.query(
        `insert into dial_obstacle (batch_id, node, obstacle, seen_at) values ($1, $2, $3, now() - $4::interval)
         on conflict (batch_id, node) do update set obstacle = excluded.obstacle, seen_at = excluded.seen_at`,
        [batch.id, node, obstacle, age],
      );
    const reasons = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000)); // the figures are kept for a while
      const { waitReasons } = await fixture.call(GetBatch, { batchId: batch.id });
      return waitReasons.map(({ name, count }) => [name, count]);
    };
    await note('pbx-1', 'truth-unknown', '1 s');
    await note('pbx-2', 'no-free-line', '1 s');
    expect(await reasons()).toEqual([['no-free-line', 3]]);
    const story = await fixture.call(GetContactTimeline, { contactId: items[0]?.id ?? '' });
    expect(story.summary.en).toContain('no line is free');
    await note('pbx-2', 'no-free-line', '1 minute');
    expect(await reasons()).toEqual([['truth-unknown', 3]]);
    await note('pbx-2', null, '1 s');
    expect(await reasons()).toEqual([['in-turn', 3]]);
  });

  it('tells the story of a contact: imported, attempts with their evidence, and what it waits for', async () => {
    const batch = await fixture.createBatch();
    await fixture.importFile(batch.id, `${BILL_HEADER}\n${billLine(50_000)}\n`, '三月.csv');
    await fixture.call(StartBatch, { batchId: batch.id });
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    const contactId = items[0]?.id ?? '';
    await fixture.query(
      `with c as (insert into call (id, batch_id, number, node, trunk, state, holder, fence, lease_until, originated_at,
           answered_at, ended_at, cause, heard_ms, keys, outcome, evidence, spoken_text, audio_hash)
         values (gen_random_uuid(), $1, $2, 'pbx-1', 'trunk', 'ended', gen_random_uuid(), 1, now(), now(), now(), now(), 16,
           2400, '2', 'hung-up-early', 'live', 'text', 'hash') returning id)
       insert into attempt (call_id, contact_id, kind, attempt_cap, ordinal, outcome, settled_at, next_due_at)
       select c.id, $3, 'bill-notice', 3, 1, 'hung-up-early', now(), now() + interval '1 hour' from c`,
      [batch.id, items[0]?.number, contactId],
    );
    await fixture.query(
      `update contact set due_at = now() + interval '1 hour', wait_reason = 'hung-up-early', counted_attempts = 1 where id = $1`,
      [contactId],
    );
    const story = await fixture.call(GetContactTimeline, { contactId });
    expect(story.entries.map(({ type }) => type)).toEqual([
      'imported',
      'batch-started',
      'attempt',
      'waiting',
    ]);
    expect(story.entries[0]?.text['zh-CN']).toBe('由 三月.csv 第 2 行导入');
    expect(story.entries[2]?.attempt).toMatchObject({
      ordinal: 1,
      outcome: 'hung-up-early',
      cause: 16,
      heardSeconds: 2.4,
      keys: '2',
      evidence: 'live',
    });
    expect(story.entries[2]?.text.en).toBe('hung up too early; cause 16; heard 2.4 s; keys 2');
    expect(story.summary.en).toBe('the spacing after the attempt before has not run out; 1 attempt was made');
    expect((await fixture.refusal(fixture.call(GetContactTimeline, { contactId: '999999999' }))).code).toBe(
      'contact.not-found',
    );
  });

  it('finds contacts by state, account and number in any spelling', async () => {
    const batchId = await readyBatch(3);
    const all = await fixture.call(ListContacts, { batchId, limit: 2 });
    const rest = await fixture.call(ListContacts, { batchId, limit: 2, cursor: all.nextCursor });
    expect([...all.items, ...rest.items].map(({ line }) => line)).toEqual([2, 3, 4]);
    const number = all.items[1]?.number.slice(3) ?? '';
    const spelled = `${number.slice(0, 3)} ${number.slice(3, 7)}-${number.slice(7)}`;
    expect(
      (await fixture.call(ListContacts, { batchId, number: spelled })).items.map(({ line }) => line),
    ).toEqual([3]);
    expect((await fixture.call(ListContacts, { batchId, state: 'done' })).items).toEqual([]);
    expect((await fixture.refusal(fixture.call(ListContacts, { batchId, number: 'x' }))).code).toBe(
      'phone.invalid',
    );
  });
});
