import {
  CancelTransfer,
  CompleteTransfer,
  FindCustomer,
  FinishAfterCallWork,
  ForceSignOutAgent,
  GetAgent,
  ListAgentStates,
  ListQueueCalls,
  type QueueCallView,
  SetAgentAway,
  SetAgentReady,
  TransferCall,
} from '@switchyard/contracts';
import { InProcessBus, InProcessTransport } from '@switchyard/platform';
import { AgentQueueRunner } from '../../src/agent-queue/agent-queue-runner';
import { TakeQueueEvent } from '../../src/agent-queue/take-queue-events/take-queue-event.use-case';
import { TellMissedCalls } from '../../src/agent-queue/tell-missed-calls/tell-missed-calls.use-case';
import type { QueueEvent } from '../../src/telephony/queue-node.port';
import type { SimulatedQueueNode } from '../../src/telephony/simulator';
import { AgentQueueFixture, eventually, type Process } from './agent-queue-fixture';

let fixture: AgentQueueFixture;
let node: SimulatedQueueNode;
let ivr: Process;

beforeAll(async () => {
  fixture = await AgentQueueFixture.open();
  node = fixture.queueNode();
  ivr = await fixture.start([node]);
  node.connect();
  // Short, so that a whole story takes seconds.
  await fixture.query(
    ivr,
    `update agent_policy set body = body || '{"afterCallWork": {"limitSeconds": 1, "atLimit": "ready"}}'`,
  );
});

afterAll(() => fixture.close());

let serial = 0;
interface Caller {
  readonly phone?: string | null;
  readonly valueTier?: string;
  readonly listFlag?: string;
}

/** A caller whom the menus know. */
async function caller({ phone = '+8613900010001', valueTier = 'mid', listFlag = 'normal' }: Caller = {}) {
  const callId = `pbx-1-${Date.now()}.${(serial += 1)}`;
  await fixture.query(
    ivr,
    `insert into inbound_calls (call_id, node, from_number, dialled, desk, language, started_at, value_tier, list_flag, phase, anonymous)
     values ($1, 'pbx-1', $2, '95598', 'general', 'zh-CN', now(), $3, $4, 'queue', $5)`,
    [callId, phone, valueTier, listFlag, phone === null],
  );
  return callId;
}

const join = (callId: string, queue = 'general') =>
  node.join({ callId, queue, priority: 10, maxWaitSeconds: 600 });

async function stays(callId: string, of = ivr): Promise<QueueCallView[]> {
  return (await fixture.call(of, ListQueueCalls, { callId })).items;
}

async function ended(callId: string): Promise<QueueCallView> {
  let last: QueueCallView | undefined;
  await eventually(async () => {
    [last] = await stays(callId);
    return last?.leftAt !== undefined;
  }, `stay of ${callId} over`);
  if (!last) throw new Error('never read');
  return last;
}

const missedEvents = (callIds: readonly string[]) =>
  fixture.query<{ payload: Record<string, unknown> }>(
    ivr,
    `select payload::jsonb as payload from outbox where subject = 'ivr.event.call-missed.v1' and payload::jsonb->>'callId' = any ($1::text[])`,
    [callIds],
  );

describe('a call that an agent answers', () => {
  it('is one row, and takes the agent through ringing, talking and after-call work back to ready', async () => {
    const manner = { answerAfterMs: 300, talkMs: 600 };
    const agent = await fixture.readyAgent(ivr, node, '1001', manner, ['complaint']);
    const callId = await caller({ valueTier: 'high', listFlag: 'black' });
    join(callId, 'complaint');
    const row = await ended(callId);
    expect(row).toMatchObject({
      queue: 'complaint',
      outcome: 'answered',
      agentId: agent.id,
      transferred: false,
      valueTier: 'high',
      listFlag: 'black',
      priority: 0,
    });
    await fixture.untilState(ivr, agent.id, 'ready');
    const { items } = await fixture.call(ivr, ListAgentStates, { agentId: agent.id, limit: 4 });
    expect(items.map(({ state }) => state)).toEqual(['ready', 'after-call-work', 'talking', 'ringing']);
    const [first] = await stays(callId);
    expect(first?.afterCallSeconds).toBeCloseTo(1, 3);
    expect(JSON.stringify(await fixture.query(ivr, 'select * from queue_calls'))).not.toContain('139000');
  });

  it('is known once, however often its events are told and in whatever order', async () => {
    const callId = await caller();
    const agent = await fixture.create(ivr, '1002');
    const at = Date.now();
    const talk = { callId, queue: 'general', sipUser: agent.agent.sipUser, agentCallId: 'leg' };
    const events: QueueEvent[] = [
      { type: 'caller-left', callId, queue: 'general', reason: 'served', at: at + 15_100 },
      { type: 'caller-joined', callId, queue: 'general', position: 1, at },
      {
        type: 'agent-completed',
        ...talk,
        waitedSeconds: 5,
        talkSeconds: 10,
        holdSeconds: 0,
        endedBy: 'agent',
        at: at + 15_000,
      },
      { type: 'agent-connected', ...talk, waitedSeconds: 5, ringSeconds: 2, at: at + 5_000 },
    ];
    const take = ivr.service.app.get(TakeQueueEvent, { strict: false });
    for (const event of [...events, ...events]) await take.execute('pbx-1', event);
    await Promise.all(events.map((event) => take.execute('pbx-1', event)));
    const rows = await stays(callId);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      enteredAt: new Date(at).toISOString(),
      connectedAt: new Date(at + 5_000).toISOString(),
      leftAt: new Date(at + 15_100).toISOString(),
      outcome: 'answered',
      ringSeconds: 2,
      talkSeconds: 10,
      agentId: agent.agent.id,
    });
  });
});

describe('an agent who does not answer', () => {
  it('is sent away after the second call that rings in vain', async () => {
    const agent = await fixture.readyAgent(ivr, node, '1003', { declines: true }, ['billing']);
    const callId = await caller();
    join(callId, 'billing');
    const seen = await fixture.untilState(ivr, agent.id, 'away');
    expect(seen.presence).toMatchObject({ reason: 'no-answer' });
    await fixture.untilMembers(node, agent.sipUser, (members) => members.every(({ paused }) => paused));
    node.callerHangsUp(callId);
    await ended(callId);
  });
});

describe('an agent in a call', () => {
  it('goes away, or is signed out by the shift leader, when the call is over', async () => {
    const agent = await fixture.readyAgent(ivr, node, '1004', { answerAfterMs: 50 }, ['english']);
    const [first, second] = [await caller(), await caller()];
    join(first, 'english');
    await fixture.untilState(ivr, agent.id, 'talking');
    const asked = await fixture.call(ivr, SetAgentAway, { agentId: agent.id, reason: 'meal' });
    expect(asked.presence).toMatchObject({ state: 'talking', next: 'away:meal' });
    node.callerHangsUp(first);
    await fixture.untilState(ivr, agent.id, 'after-call-work');
    await fixture.call(ivr, FinishAfterCallWork, { agentId: agent.id });
    await fixture.untilState(ivr, agent.id, 'away');
    await fixture.call(ivr, SetAgentReady, { agentId: agent.id });
    join(second, 'english');
    await fixture.untilState(ivr, agent.id, 'talking');
    const order = { agentId: agent.id, reason: 'ill' };
    expect(await fixture.call(ivr, ForceSignOutAgent, order)).toMatchObject({
      presence: { state: 'talking', next: 'sign-out' },
    });
    node.callerHangsUp(second);
    await fixture.untilState(ivr, agent.id, 'signed-out');
    await fixture.untilMembers(node, agent.sipUser, (members) => members.length === 0);
  });

  it('hands the caller on to another agent, to a queue and to a number', async () => {
    const agent = await fixture.readyAgent(ivr, node, '1005', { answerAfterMs: 50 }, ['fault']);
    const expert = await fixture.readyAgent(ivr, node, '1006', { answerAfterMs: 50 }, ['vip']);
    const from = { agentId: agent.id };
    expect(await fixture.refusal(fixture.call(ivr, TransferCall, { ...from, toQueue: 'vip' }))).toBe(
      'agent.no-call',
    );
    const first = await caller();
    join(first, 'fault');
    await fixture.untilState(ivr, agent.id, 'talking');
    expect(await fixture.refusal(fixture.call(ivr, TransferCall, from))).toBe('request.invalid');
    const both = { ...from, toQueue: 'vip' as const, toAgentId: expert.id };
    expect(await fixture.refusal(fixture.call(ivr, TransferCall, both))).toBe('request.invalid');
    const self = { ...from, toAgentId: agent.id };
    expect(await fixture.refusal(fixture.call(ivr, TransferCall, self))).toBe('transfer.refused');
    const consult = { ...from, toQueue: 'vip' as const, mode: 'attended' as const };
    expect(await fixture.refusal(fixture.call(ivr, TransferCall, consult))).toBe('transfer.refused');
    expect(await fixture.refusal(fixture.call(ivr, CancelTransfer, from))).toBe('transfer.refused');
    expect(await fixture.refusal(fixture.call(ivr, CompleteTransfer, from))).toBe('transfer.refused');
    await fixture.call(ivr, TransferCall, { ...from, toAgentId: expert.id, mode: 'attended' });
    await fixture.call(ivr, CancelTransfer, from);
    await fixture.call(ivr, TransferCall, { ...from, toAgentId: expert.id, mode: 'attended' });
    await fixture.call(ivr, CompleteTransfer, from);
    await fixture.untilState(ivr, expert.id, 'talking');
    await fixture.untilState(ivr, agent.id, 'after-call-work');
    node.callerHangsUp(first);
    await fixture.untilState(ivr, expert.id, 'ready');
    await eventually(
      async () => (await stays(first)).every(({ afterCallSeconds }) => afterCallSeconds !== undefined),
      'after-call work of both',
    );
    const handedOn = { agentId: agent.id, transferred: true, transferredTo: `agent:${expert.sipUser}` };
    expect(await stays(first)).toMatchObject([
      { agentId: expert.id, queue: 'fault', outcome: 'answered', takenOver: true, transferred: false },
      { ...handedOn, outcome: 'answered', takenOver: false },
    ]);
    expect((await stays(first))[0]?.talkSeconds).toBeGreaterThanOrEqual(0);

    await fixture.untilState(ivr, agent.id, 'ready');
    const second = await caller();
    join(second, 'fault');
    await fixture.untilState(ivr, agent.id, 'talking');
    await fixture.call(ivr, TransferCall, { ...from, toQueue: 'vip' });
    await fixture.untilState(ivr, expert.id, 'talking');
    const both2 = await stays(second);
    expect(both2.map(({ queue, transferredTo }) => [queue, transferredTo])).toEqual([
      ['vip', undefined],
      ['fault', 'queue:vip'],
    ]);
    await fixture.call(ivr, TransferCall, { agentId: expert.id, toNumber: '+8613900010099' });
    await eventually(
      async () => (await stays(second))[0]?.transferredTo === 'number',
      'handed on to a number',
    );
    expect(JSON.stringify(await fixture.query(ivr, 'select * from queue_calls'))).not.toContain('10099');
  });
});

describe('a caller who gives up', () => {
  it('of the mid or high tier is told of once, to be called back within 24 hours (L30)', async () => {
    const mid = await caller({ phone: '+8613900010002' });
    const high = await caller({ valueTier: 'high' });
    const ordinary = await caller({ valueTier: 'ordinary' });
    const unknown = await caller({ phone: null });
    const promised = await caller();
    // Somebody has to be there for a queue to take callers.
    const agent = await fixture.readyAgent(ivr, node, '1007', { answerAfterMs: 60_000 }, ['vip']);
    await fixture.call(ivr, SetAgentAway, { agentId: agent.id, reason: 'meal' });
    await fixture.untilMembers(node, agent.sipUser, (members) => members.every(({ paused }) => paused));
    const all = [mid, high, ordinary, unknown];
    for (const callId of [...all, promised]) join(callId, 'vip');
    for (const callId of all) node.callerHangsUp(callId);
    node.pressOne(promised);
    for (const callId of all) expect(await ended(callId)).toMatchObject({ outcome: 'abandoned' });
    expect(await ended(promised)).toMatchObject({ outcome: 'call-back' });
    await eventually(async () => (await missedEvents(all)).length === 2, 'missed calls told');
    const tell = ivr.service.app.get(TellMissedCalls, { strict: false });
    await Promise.all([tell.execute(), tell.execute(), tell.execute()]);
    const events = (await missedEvents([...all, promised])).map(({ payload }) => payload);
    expect(events.map(({ callId }) => callId).sort()).toEqual([mid, high].sort());
    const told = events.find(({ callId }) => callId === mid);
    expect(told).toMatchObject({ phone: '+8613900010002', valueTier: 'mid', queue: 'vip' });
    expect(Date.parse(String(told?.['callBackBy'])) - Date.parse(String(told?.['at']))).toBe(24 * 3_600_000);
  });

  it('is told of also where only the queue log knew it', async () => {
    const callId = await caller();
    await fixture.query(
      ivr,
      `insert into queue_calls (call_id, node, queue, entered_at, left_at, outcome, source)
       values ($1, 'pbx-1', 'general', now() - interval '1 minute', now(), 'abandoned', 'queue-log')`,
      [callId],
    );
    await eventually(async () => (await missedEvents([callId])).length === 1, 'missed call told');
  });

  it('is told of by its number and tier where the dialplan alone led it to the queue, while ivr was away', async () => {
    const calls = ['tier-high', 'tier-ordinary', 'nobody', 'withheld'].map((name) => `pbx-1-alone-${name}`);
    const [high, ordinary, nobody, withheld] = calls as [string, string, string, string];
    await fixture.recordCall(high, '13900010051');
    await fixture.recordCall(ordinary, '13900010052');
    await fixture.recordCall(nobody, '13900010053');
    await fixture.recordCall(withheld, 'anonymous');
    let isAway = true;
    const asked: (string | undefined)[] = [];
    fixture.answer(FindCustomer, ({ phone }) => {
      if (isAway) throw new Error('ticket is away');
      asked.push(phone);
      const tiers: Record<string, 'high' | 'ordinary'> = {
        '+8613900010051': 'high',
        '+8613900010052': 'ordinary',
      };
      const valueTier = tiers[phone ?? ''];
      const account = {
        accountNo: '5100000051',
        name: '王',
        kind: 'resident' as const,
        listFlag: 'normal' as const,
      };
      return { accounts: valueTier ? [{ ...account, valueTier, important: false }] : [] };
    });
    for (const callId of calls) {
      await fixture.query(
        ivr,
        `insert into queue_calls (call_id, node, queue, entered_at, left_at, outcome, source)
         values ($1, 'pbx-1', 'general', now() - interval '2 minutes', now() - interval '1 minute', 'abandoned', 'queue-log')`,
        [callId],
      );
    }
    const tell = ivr.service.app.get(TellMissedCalls, { strict: false });
    await tell.execute();
    expect(await missedEvents(calls)).toEqual([]);
    isAway = false;
    await eventually(async () => (await missedEvents(calls)).length > 0, 'missed call told');
    await tell.execute();
    const events = (await missedEvents(calls)).map(({ payload }) => payload);
    expect(events).toEqual([
      expect.objectContaining({ callId: high, phone: '+8613900010051', valueTier: 'high' }),
    ]);
    expect([...new Set(asked)].sort()).toEqual(['+8613900010051', '+8613900010052', '+8613900010053']);
  });

  it('is told of after an agent handed it on, not when an agent served it afterwards', async () => {
    const [handedOn, cameBack] = [await caller(), await caller()];
    const stay = (callId: string, minutesAgo: number, outcome: string, transferred = false) =>
      fixture.query(
        ivr,
        `insert into queue_calls (call_id, node, queue, entered_at, left_at, outcome, transferred)
         values ($1, 'pbx-1', 'general', now() - $2 * interval '1 minute', now() - ($2 - 1) * interval '1 minute', $3, $4)`,
        [callId, minutesAgo, outcome, transferred],
      );
    await stay(cameBack, 4, 'answered');
    await stay(cameBack, 6, 'abandoned');
    await stay(handedOn, 6, 'answered', true);
    await stay(handedOn, 4, 'abandoned');
    await eventually(async () => (await missedEvents([handedOn])).length === 1, 'missed call told');
    await ivr.service.app.get(TellMissedCalls, { strict: false }).execute();
    expect(await missedEvents([cameBack])).toEqual([]);
  });

  it('is told of when the PBX died while it waited, once its log has had time to tell more', async () => {
    const [cutOff, justNow, talked] = [await caller(), await caller(), await caller()];
    const stay = (callId: string, minutesAgo: number, connected: boolean) =>
      fixture.query(
        ivr,
        `insert into queue_calls (call_id, node, queue, entered_at, connected_at, left_at, updated_at)
         select $1, 'pbx-1', 'general', ago, case when $3 then ago end, ago, ago
         from (select now() - $2 * interval '1 minute') as moment(ago)`,
        [callId, minutesAgo, connected],
      );
    await stay(justNow, 5, false);
    await stay(talked, 20, true);
    await stay(cutOff, 20, false);
    await eventually(async () => (await missedEvents([cutOff])).length === 1, 'missed call told');
    await ivr.service.app.get(TellMissedCalls, { strict: false }).execute();
    expect(await missedEvents([justNow, talked])).toEqual([]);
  });

  it('is told of when the queue let it go and it hung up without leaving a message', async () => {
    const [gone, lingers, leftMessage] = [await caller(), await caller(), await caller()];
    const all = [gone, lingers, leftMessage];
    await fixture.query(ivr, `update inbound_calls set phase = 'ended' where call_id = any ($1)`, [
      [gone, leftMessage],
    ]);
    await fixture.query(ivr, `update inbound_calls set orders = 1 where call_id = $1`, [leftMessage]);
    for (const callId of all) {
      await fixture.query(
        ivr,
        `insert into queue_calls (call_id, node, queue, entered_at, left_at, outcome)
         values ($1, 'pbx-1', 'general', now() - interval '5 minutes', now(), 'timeout')`,
        [callId],
      );
    }
    await eventually(async () => (await missedEvents(all)).length > 0, 'missed call told');
    await ivr.service.app.get(TellMissedCalls, { strict: false }).execute();
    expect((await missedEvents(all)).map(({ payload }) => payload['callId'])).toEqual([gone]);
  });
});

describe('time away from the PBX', () => {
  it('is caught up on: talks that ended unseen, and those that began', async () => {
    const over = await fixture.readyAgent(ivr, node, '1008', { answerAfterMs: 50 }, ['complaint']);
    await fixture.call(ivr, SetAgentAway, { agentId: (await agentId('1001')) ?? '', reason: 'meal' });
    const before = await caller();
    join(before, 'complaint');
    await fixture.untilState(ivr, over.id, 'talking');
    const begun = await fixture.readyAgent(ivr, node, '1009', { answerAfterMs: 50 }, ['complaint']);
    node.loseLink();
    node.callerHangsUp(before);
    const meanwhile = await caller();
    join(meanwhile, 'complaint');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await fixture.call(ivr, GetAgent, { agentId: over.id })).toMatchObject({
      presence: { state: 'talking' },
    });
    node.connect();
    await fixture.untilState(ivr, over.id, 'ready');
    await fixture.untilState(ivr, begun.id, 'talking');
    node.callerHangsUp(meanwhile);
    expect(await ended(meanwhile)).toMatchObject({ outcome: 'answered', agentId: begun.id });
  });

  it('ends a stay that the PBX knows no more, its outcome unknown until its log tells', async () => {
    const callId = await caller();
    await fixture.query(
      ivr,
      `insert into queue_calls (call_id, node, queue, entered_at) values ($1, 'pbx-1', 'general', now() - interval '1 minute')`,
      [callId],
    );
    node.loseLink();
    node.connect();
    expect((await ended(callId)).outcome).toBeUndefined();
  });

  it('costs nothing when this process dies in the middle of a talk', async () => {
    const agent = await fixture.readyAgent(ivr, node, '1010', { answerAfterMs: 50 }, ['billing']);
    const callId = await caller();
    join(callId, 'billing');
    await fixture.untilState(ivr, agent.id, 'talking');
    await fixture.stop(ivr);
    node.callerHangsUp(callId);
    ivr = await fixture.start([node]);
    await fixture.untilState(ivr, agent.id, 'ready');
    expect(await ended(callId)).toMatchObject({ outcome: 'answered', agentId: agent.id });
  });
});

describe('two processes', () => {
  it('of which only the holder of the node acts, and the other takes over with what stands there', async () => {
    const [first, second] = [fixture.queueNode('pbx-2'), fixture.queueNode('pbx-2')];
    const holder = await fixture.start([first], ['pbx-2'], new InProcessTransport(new InProcessBus()));
    const standby = await fixture.start([second], [], new InProcessTransport(new InProcessBus()));
    first.connect();
    second.connect();
    const { agent } = await fixture.create(standby, '1011');
    await eventually(async () => (await first.agentPhones()).length > 0, 'accounts at the holder’s node');
    const has = async (node: SimulatedQueueNode) =>
      (await node.agentPhones()).some(({ sipUser }) => sipUser === agent.sipUser);
    await eventually(() => has(first), 'the new account, made through the other process');
    expect(await has(second)).toBe(false);
    second.join({ callId: 'pbx-2-1', queue: 'general', priority: 10, maxWaitSeconds: 60 });
    await standby.service.app.get(AgentQueueRunner, { strict: false }).idle();
    expect(await stays('pbx-2-1', standby)).toEqual([]);
    holder.hold.nodes.clear();
    standby.hold.nodes.add('pbx-2');
    await eventually(() => has(second), 'the account at the new holder’s');
    await fixture.stop(holder);
    await fixture.stop(standby);
  });
});

async function agentId(workNo: string): Promise<string | undefined> {
  const [row] = await fixture.query<{ id: string }>(ivr, 'select id from agents where work_no = $1', [
    workNo,
  ]);
  return row?.id;
}
