import { randomUUID } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  GetRecording,
  ListAttachmentUses,
  ListCallUses,
  ListRecordings,
  ListRecordingUses,
  ListRetentionRemovals,
  OpenRecording,
  type RecordingView,
} from '@switchyard/contracts';
import { DeleteExpiredRecordings } from '../../src/agent-queue/recordings/delete-expired-recordings.use-case';
import { Recordings } from '../../src/agent-queue/recordings/recordings.port';
import { TakeOverRecordings } from '../../src/agent-queue/recordings/take-over-recordings.use-case';
import { KeepRetention } from '../../src/agent-queue/retention/keep-retention.use-case';
import { AgentQueueFixture, eventually, type Process } from './agent-queue-fixture';

let fixture: AgentQueueFixture;
let ivr: Process;

beforeAll(async () => {
  fixture = await AgentQueueFixture.open();
  ivr = await fixture.start([fixture.queueNode()]);
});

afterAll(() => fixture.close());

/** Two seconds of 8 kHz, 16 bit. */
const SOUND = Buffer.alloc(44 + 32_000, 7);

/** A file as the PBX leaves it, last written to so many seconds ago. */
async function recorded(name: string, content = SOUND, secondsAgo = 60): Promise<void> {
  const file = path.join(fixture.recordings, `${name}.wav`);
  await writeFile(file, content);
  const at = new Date(Date.now() - secondsAgo * 1000);
  await utimes(file, at, at);
}

/** A caller who talked with an agent, three minutes ago to one minute ago. */
async function talked(callId: string, options: { over?: boolean; queue?: string } = {}): Promise<void> {
  const { over = true, queue = 'billing' } = options;
  await fixture.query(
    ivr,
    `insert into queue_calls (call_id, node, queue, entered_at, connected_at, left_at, outcome)
     values ($1, 'pbx-1', $2, now() - interval '4 minutes', now() - interval '3 minutes',
       case when $3 then now() - interval '1 minute' end, 'answered')`,
    [callId, queue, over],
  );
}

/** An agent handled the call, with a long ring and talk. @returns the agent's id */
async function handled(callId: string): Promise<string> {
  const id = randomUUID();
  await fixture.query(
    ivr,
    `insert into agents (id, work_no, name, account_name, sip_user, sip_secret, created_by, created_at, updated_at)
     values ($1, '20260117', '李娜', 'li.na', '8117', 'secret', 'test', now(), now())`,
    [id],
  );
  await fixture.query(
    ivr,
    `update queue_calls set agent_id = $2, ring_seconds = 14, talk_seconds = 170, after_call_seconds = 61 where call_id = $1`,
    [callId, id],
  );
  await fixture.query(ivr, 'insert into call_ratings (call_id, csat) values ($1, 1)', [callId]);
  return id;
}

async function recordingOf(callId: string): Promise<RecordingView | undefined> {
  return (await fixture.call(ivr, ListRecordings, { callId })).items[0];
}

async function stored(callId: string): Promise<RecordingView> {
  await eventually(
    async () => (await recordingOf(callId))?.state === 'stored',
    `recording of ${callId} stored`,
  );
  const view = await recordingOf(callId);
  if (!view) throw new Error('no recording');
  return view;
}

const DAY_MS = 86_400_000;

/** Makes files of the store as old as if they had been stored then. */
async function agedTo(at: number, keys: readonly (string | undefined)[]): Promise<void> {
  for (const key of keys) {
    const file = path.join(fixture.filesDir, key ?? '');
    await utimes(file, new Date(at), new Date(at));
  }
}

const left = async (): Promise<string[]> => (await readdir(fixture.recordings)).sort();

describe('a recording of a human call', () => {
  it('moves into the file store under a name of its own, with who handled it and how, and its file goes', async () => {
    await talked('pbx-1-1.1');
    const agentId = await handled('pbx-1-1.1');
    await recorded('pbx-1-1.1');
    const recording = await stored('pbx-1-1.1');
    expect(recording).toMatchObject({
      queue: 'billing',
      announced: true,
      bytes: SOUND.length,
      seconds: 2,
      agentId,
      workNo: '20260117',
      ringSeconds: 14,
      talkSeconds: 170,
      afterCallSeconds: 61,
      csat: 1,
    });
    const days = (Date.parse(recording.deleteAfter ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(180);
    const file = await fixture.call(ivr, OpenRecording, { recordingId: recording.id });
    expect(file.fileKey).toMatch(new RegExp(`^recordings/\\d{4}/\\d\\d/${recording.id}\\.wav$`));
    expect((await buffer(await fixture.files(ivr).get(file.fileKey))).equals(SOUND)).toBe(true);
    expect(await left()).toEqual([]);
  });

  it('is found by the name that the menus chose for it, also for the second talk of one call', async () => {
    const name = randomUUID();
    await talked('pbx-1-2.1');
    await fixture.query(
      ivr,
      `insert into inbound_calls (call_id, node, dialled, desk, language, started_at, phase, recording)
       values ('pbx-1-2.1', 'pbx-1', '95598', 'general', 'zh-CN', now(), 'ended', $1)`,
      [name],
    );
    await recorded(name);
    await recorded(`${name}-2`);
    await eventually(
      async () =>
        (await fixture.call(ivr, ListRecordings, { callId: 'pbx-1-2.1', state: 'stored' })).items.length ===
        2,
      'both talks stored',
    );
  });

  it('waits for the end of the call, and for the PBX to have written all of it', async () => {
    await talked('pbx-1-3.1', { over: false });
    await recorded('pbx-1-3.1');
    await talked('pbx-1-3.2');
    await recorded('pbx-1-3.2', SOUND, 0);
    const take = ivr.service.app.get(TakeOverRecordings, { strict: false });
    expect(await take.execute()).toBe(0);
    expect(await left()).toEqual(['pbx-1-3.1.wav', 'pbx-1-3.2.wav']);
    await fixture.query(ivr, `update queue_calls set left_at = now() where call_id = 'pbx-1-3.1'`);
    await stored('pbx-1-3.1');
    await stored('pbx-1-3.2');
  });

  it('is stored once when a process died in the middle of taking it over', async () => {
    await talked('pbx-1-4.1');
    const file = { name: 'pbx-1-4.1', changedAt: new Date(Date.now() - 60_000) };
    const recordings = ivr.service.app.get(Recordings, { strict: false });
    const claim = await recordings.claim(file);
    const again = await recordings.claim(file);
    expect(again).toMatchObject(claim);
    await writeFile(path.join(fixture.recordings, `${file.name}.wav`), SOUND);
    await utimes(path.join(fixture.recordings, `${file.name}.wav`), file.changedAt, file.changedAt);
    await stored('pbx-1-4.1');
    expect((await fixture.call(ivr, ListRecordings, { callId: 'pbx-1-4.1' })).items).toHaveLength(1);
    expect(await recordings.claim(file)).toEqual({ kind: 'taken' });
  });

  it('of which the PBX recorded nothing is missing', async () => {
    await talked('pbx-1-5.1');
    await recorded('pbx-1-5.1', Buffer.alloc(44));
    await eventually(async () => (await recordingOf('pbx-1-5.1'))?.state === 'missing', 'recording missing');
    const open = fixture.call(ivr, OpenRecording, {
      recordingId: (await recordingOf('pbx-1-5.1'))?.id ?? '',
    });
    expect(await fixture.refusal(open)).toBe('recording.not-allowed-in-state');
  });

  it('is no business of files that are of no human call', async () => {
    await recorded(randomUUID());
    const names = await left();
    const take = ivr.service.app.get(TakeOverRecordings, { strict: false });
    expect(await take.execute()).toBe(0);
    expect(await left()).toEqual(names);
  });
});

type Uses = Partial<
  Record<'calls' | 'keys' | 'recordings', readonly { of: string; kind?: 'complaint'; closedAt?: string }[]>
>;

/** What ticket and hr say that recordings are needed for. */
function neededFor({ calls = [], keys = [], recordings = [] }: Uses): void {
  const kind = 'fault' as const;
  fixture.answer(ListCallUses, ({ callIds }) => ({
    uses: calls.flatMap(({ of, ...use }) => (callIds.includes(of) ? [{ callId: of, kind, ...use }] : [])),
  }));
  fixture.answer(ListAttachmentUses, ({ keys: asked }) => ({
    uses: keys.flatMap(({ of, ...use }) => (asked.includes(of) ? [{ key: of, kind, ...use }] : [])),
  }));
  fixture.answer(ListRecordingUses, ({ recordingIds }) => ({
    inJudgement: recordings.flatMap(({ of }) => (recordingIds.includes(of) ? [of] : [])),
  }));
}

describe('recordings whose time is over', () => {
  beforeEach(() => neededFor({}));

  it('stay while something needs them, tell what for, and go when nothing does', async () => {
    const calls = ['open', 'evidence', 'waiting', 'attached', 'judged', 'free'] as const;
    const ids = new Map<string, string>();
    for (const call of calls) {
      await talked(`pbx-1-7.${call}`);
      await recorded(`pbx-1-7.${call}`);
      ids.set(call, (await stored(`pbx-1-7.${call}`)).id);
    }
    const idOf = (call: (typeof calls)[number]): string => ids.get(call) ?? '';
    const expire = () =>
      fixture.query(
        ivr,
        `update recordings set look_again_at = null, delete_after = now() - interval '1 second' where call_id like 'pbx-1-7.%'`,
      );
    const closedAt = new Date(Date.now() - 400 * DAY_MS).toISOString();
    await fixture.query(
      ivr,
      `insert into held_cases (id, reference, call_id, anonymous, work_order) values ($1, 'call:pbx-1-7.waiting:1', 'pbx-1-7.waiting', false, '{"kind": "complaint"}')`,
      [randomUUID()],
    );
    neededFor({
      calls: [{ of: 'pbx-1-7.open' }, { of: 'pbx-1-7.evidence', kind: 'complaint', closedAt }],
      keys: [{ of: idOf('attached') }],
      recordings: [{ of: idOf('judged') }],
    });
    const remove = ivr.service.app.get(DeleteExpiredRecordings, { strict: false });
    const needs = async () =>
      Object.fromEntries(
        await Promise.all(
          calls.map(async (call) => {
            const { state, keptFor } = await fixture.call(ivr, GetRecording, { recordingId: idOf(call) });
            return [call, keptFor ?? state] as const;
          }),
        ),
      );

    // Nobody can tell: nothing goes.
    await expire();
    fixture.answer(ListRecordingUses, () => {
      throw new Error('away');
    });
    await expect(remove.execute()).rejects.toBeDefined();
    expect(await needs()).toMatchObject({ judged: 'stored', free: 'stored' });

    neededFor({
      calls: [{ of: 'pbx-1-7.open' }, { of: 'pbx-1-7.evidence', kind: 'complaint', closedAt }],
      keys: [{ of: idOf('attached') }],
      recordings: [{ of: idOf('judged') }],
    });
    expect(await remove.execute()).toBe(1);
    expect(await needs()).toEqual({
      open: 'work-order',
      evidence: 'evidence',
      waiting: 'work-order',
      attached: 'work-order',
      judged: 'judgement',
      free: 'deleted',
    });
    const evidence = await fixture.call(ivr, GetRecording, { recordingId: idOf('evidence') });
    expect(Date.parse(evidence.deleteAfter ?? '')).toBe(Date.parse(closedAt) + 1095 * DAY_MS);
    // Looked at again tomorrow, not in every round.
    expect(await remove.execute()).toBe(0);

    neededFor({});
    await fixture.query(ivr, `delete from held_cases where call_id = 'pbx-1-7.waiting'`);
    await expire();
    expect(await remove.execute()).toBe(5);
    expect(await needs()).toMatchObject({ open: 'deleted', judged: 'deleted' });
    const sound = fixture.call(ivr, OpenRecording, { recordingId: idOf('judged') });
    expect(await fixture.refusal(sound)).toBe('recording.not-allowed-in-state');
  });

  it('are deleted, once, whoever begins and dies over it; the rows stay', async () => {
    await talked('pbx-1-6.1');
    await recorded('pbx-1-6.1');
    const recording = await stored('pbx-1-6.1');
    const { fileKey } = await fixture.call(ivr, OpenRecording, { recordingId: recording.id });
    await fixture.query(
      ivr,
      `update recordings set delete_after = now() - interval '1 second' where id = $1`,
      [recording.id],
    );
    // Somebody removed the file and died before writing it down.
    await fixture.files(ivr).remove(fileKey);
    const remove = ivr.service.app.get(DeleteExpiredRecordings, { strict: false });
    const counts = await Promise.all([remove.execute(), remove.execute()]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await fixture.call(ivr, GetRecording, { recordingId: recording.id })).toMatchObject({
      state: 'deleted',
    });
    expect(await fixture.files(ivr).has(fileKey)).toBe(false);
    const open = fixture.call(ivr, OpenRecording, { recordingId: recording.id });
    expect(await fixture.refusal(open)).toBe('recording.not-allowed-in-state');
  });

  it('go, and so do messages and files of nobody; what a work order needs stays, and all of it is noted', async () => {
    const [inUse, waiting, over, young] = Array.from({ length: 4 }, () => `messages/${randomUUID()}.wav`);
    const store = fixture.files(ivr);
    for (const key of [inUse, waiting, over, young]) await store.put(key ?? '', SOUND);
    await fixture.query(
      ivr,
      `insert into held_cases (id, reference, call_id, anonymous, work_order) values ($1, $2, null, true, $3)`,
      [
        randomUUID(),
        'anonymous:1',
        JSON.stringify({ kind: 'complaint', attachments: [{ kind: 'recording', key: waiting }] }),
      ],
    );
    fixture.answer(ListAttachmentUses, ({ keys }) => ({
      uses: keys.flatMap((key) => (key === inUse ? [{ key, kind: 'suggestion' as const }] : [])),
    }));
    await agedTo(Date.now() - 400 * DAY_MS, [inUse, waiting, over]);
    const stray = randomUUID();
    await recorded(stray, SOUND, 31 * 86_400);

    const retention = ivr.service.app.get(KeepRetention, { strict: false });
    await Promise.all([retention.execute(), retention.execute()]);
    const kept = await Promise.all([inUse, waiting, over, young].map((key) => store.has(key ?? '')));
    expect(kept).toEqual([true, true, false, true]);
    expect(await left()).not.toContain(`${stray}.wav`);
    const first = await fixture.call(ivr, ListRetentionRemovals, { limit: 1 });
    expect(first.items).toMatchObject([{ what: 'stray-file', item: stray, days: 30 }]);
    const next = await fixture.call(ivr, ListRetentionRemovals, { limit: 1, cursor: first.nextCursor });
    expect(next.items).toMatchObject([{ what: 'message', item: over, days: 365 }]);
    expect(next.nextCursor).toBeUndefined();
  });

  it('are listed by queue, state and time, in pages', async () => {
    const all = await fixture.call(ivr, ListRecordings, { queue: 'billing', limit: 200 });
    expect(all.items.length).toBeGreaterThan(4);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await fixture.call(ivr, ListRecordings, { queue: 'billing', limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.items.map(({ id }) => id));
    const none = await fixture.call(ivr, ListRecordings, { from: '2099-01-01T00:00:00Z' });
    expect(none.items).toEqual([]);
  });
});
