import {
  type AgentView,
  ChangeAgent,
  FinishAfterCallWork,
  ForceSignOutAgent,
  GetAgent,
  GetDesk,
  ListAgentPolicies,
  ListAgents,
  ListAgentStates,
  ListAwayReasons,
  ListWorkOrders,
  NameRelief,
  PutAgentPolicy,
  PutAwayReason,
  ResetSipSecret,
  SetAgentAway,
  SetAgentReady,
  SignInAgent,
  SignOutAgent,
} from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { workOrderView } from '@switchyard/testing';
import type { SimulatedQueueNode } from '../../src/telephony/simulator';
import { AgentQueueFixture, asAgent, asLeader, eventually, type Process } from './agent-queue-fixture';

let fixture: AgentQueueFixture;
let node: SimulatedQueueNode;
let ivr: Process;

beforeAll(async () => {
  fixture = await AgentQueueFixture.open();
  node = fixture.queueNode();
  ivr = await fixture.start([node]);
  node.connect();
});

afterAll(() => fixture.close());

const signOut = (agent: AgentView, as = asLeader) =>
  fixture.call(ivr, SignOutAgent, { agentId: agent.id }, as);

describe('the record of an agent', () => {
  it('gets an extension and a secret, which is shown once, and an account at the PBX', async () => {
    const { agent, sip } = await fixture.create(ivr, '0101', ['billing', 'fault']);
    expect(agent).toMatchObject({
      accountName: 'agent.0101',
      active: true,
      presence: { state: 'signed-out' },
    });
    expect(sip).toMatchObject({ sipUser: agent.sipUser, sipAccount: `agent-${agent.sipUser}` });
    expect(sip.sipSecret).toMatch(/^[\da-f]{32}$/);
    expect(JSON.stringify(await fixture.call(ivr, GetAgent, { agentId: agent.id }))).not.toContain(
      sip.sipSecret,
    );
    await eventually(
      async () => (await node.agentPhones()).some(({ sipUser }) => sipUser === agent.sipUser),
      'account at the PBX',
    );
    const renewed = await fixture.call(ivr, ResetSipSecret, { agentId: agent.id });
    expect(renewed.sipSecret).not.toBe(sip.sipSecret);
  });

  it('is refused where a name was given already', async () => {
    await fixture.create(ivr, '0102');
    expect(await fixture.refusal(fixture.create(ivr, '0102'))).toBe('agent.already-has-work-no');
    const { agent } = await fixture.create(ivr, '0103');
    const change = fixture.call(ivr, ChangeAgent, { agentId: agent.id, accountName: 'AGENT.0102' });
    expect(await fixture.refusal(change)).toBe('agent.already-has-account');
  });

  it('gives many that are made at once an extension of their own', async () => {
    const made = await Promise.all(['0111', '0112', '0113', '0114'].map((no) => fixture.create(ivr, no)));
    expect(new Set(made.map(({ agent }) => agent.sipUser)).size).toBe(4);
  });

  it('changes skills at the PBX while the agent is signed in, and leaves only signed out', async () => {
    const agent = await fixture.readyAgent(ivr, node, '0104');
    await fixture.call(ivr, ChangeAgent, {
      agentId: agent.id,
      skills: [
        { queue: 'fault', penalty: 2 },
        { queue: 'english', penalty: 0 },
      ],
    });
    await fixture.untilMembers(
      node,
      agent.sipUser,
      (members) =>
        members
          .map(({ queue }) => queue)
          .sort()
          .join() === 'english,fault',
    );
    const leave = () => fixture.call(ivr, ChangeAgent, { agentId: agent.id, active: false });
    expect(await fixture.refusal(leave())).toBe('agent.not-allowed-in-state');
    await fixture.call(ivr, ForceSignOutAgent, { agentId: agent.id, reason: 'leaves the house' });
    expect(await leave()).toMatchObject({ active: false });
    await eventually(
      async () => !(await node.agentPhones()).some(({ sipUser }) => sipUser === agent.sipUser),
      'account gone from the PBX',
    );
    const signIn = fixture.call(ivr, SignInAgent, { agentId: agent.id });
    expect(await fixture.refusal(signIn)).toBe('agent.inactive');
  });

  it('is not overwritten by whoever has not seen the last change', async () => {
    const { agent } = await fixture.create(ivr, '0105');
    await fixture.call(ivr, ChangeAgent, { agentId: agent.id, name: '李娜', expectedVersion: agent.version });
    const late = fixture.call(ivr, ChangeAgent, {
      agentId: agent.id,
      name: '王芳',
      expectedVersion: agent.version,
    });
    expect(await fixture.refusal(late)).toBe('agent.version-conflict');
  });

  it('is listed by work number in pages, by state and by skill', async () => {
    const first = await fixture.call(ivr, ListAgents, { limit: 2 });
    expect(first.items.map(({ workNo }) => workNo)).toEqual(['0101', '0102']);
    const second = await fixture.call(ivr, ListAgents, { limit: 2, cursor: first.nextCursor });
    expect(second.items[0]?.workNo).toBe('0103');
    const billing = await fixture.call(ivr, ListAgents, { queue: 'billing' });
    expect(billing.items.map(({ workNo }) => workNo)).toEqual(['0101']);
    const gone = await fixture.call(ivr, ListAgents, { active: 'inactive' });
    expect(gone.items.map(({ workNo }) => workNo)).toEqual(['0104']);
    expect((await fixture.call(ivr, ListAgents, { state: 'talking' })).items).toEqual([]);
  });
});

describe('the desk of an agent', () => {
  it('is its own; another’s needs the shift leader', async () => {
    const { agent: own } = await fixture.create(ivr, '0201');
    const { agent: other } = await fixture.create(ivr, '0202');
    const as = asAgent('0201');
    expect(await fixture.call(ivr, SignInAgent, {}, as)).toMatchObject({
      id: own.id,
      presence: { state: 'away' },
    });
    const foreign = fixture.call(ivr, SignInAgent, { agentId: other.id }, as);
    expect(await fixture.refusal(foreign)).toBe('access.forbidden');
    expect(await fixture.refusal(fixture.call(ivr, GetDesk, {}, asLeader))).toBe('agent.account-is-no-agent');
  });

  it('can demand a phone at sign-in', async () => {
    const { agent } = await fixture.create(ivr, '0203');
    const signIn = () => fixture.call(ivr, SignInAgent, { agentId: agent.id, requirePhone: true });
    expect(await fixture.refusal(signIn())).toBe('agent.phone-not-registered');
    await fixture.phone(node, agent.sipUser);
    await eventually(
      async () => (await fixture.call(ivr, GetAgent, { agentId: agent.id })).presence.phoneRegistered,
      'phone known',
    );
    expect(await signIn()).toMatchObject({ presence: { state: 'away', reason: 'signed-in' } });
  });

  it('is paused at the PBX while away, with a reason from the list, which is data', async () => {
    const agent = await fixture.readyAgent(ivr, node, '0204');
    const away = (reason: string) => fixture.call(ivr, SetAgentAway, { agentId: agent.id, reason });
    expect(await fixture.refusal(away('yoga'))).toBe('away-reason.not-found');
    await fixture.call(ivr, PutAwayReason, {
      code: 'yoga',
      nameZh: '工间操',
      nameEn: 'exercises',
      active: true,
    });
    expect((await fixture.call(ivr, ListAwayReasons, {})).items.map(({ code }) => code)).toContain('yoga');
    expect(await away('yoga')).toMatchObject({ presence: { state: 'away', reason: 'yoga' } });
    await fixture.untilMembers(node, agent.sipUser, (members) =>
      members.every(({ paused, pauseReason }) => paused && pauseReason === 'yoga'),
    );
    await fixture.call(ivr, SetAgentReady, { agentId: agent.id });
    await fixture.untilMembers(node, agent.sipUser, (members) => members.every(({ paused }) => !paused));
    const states = await fixture.call(ivr, ListAgentStates, { agentId: agent.id });
    expect(states.items.map(({ state, reason, changedBy }) => [state, reason, changedBy])).toEqual([
      ['ready', undefined, 'leader'],
      ['away', 'yoga', 'leader'],
      ['ready', undefined, 'leader'],
      ['away', 'signed-in', 'leader'],
      ['signed-out', undefined, 'leader'],
    ]);
    expect(states.items.slice(1).every(({ until }) => until !== undefined)).toBe(true);
  });

  it('is left only when the relief that the shift leader named has signed in (§7)', async () => {
    const { agent: outgoing } = await fixture.create(ivr, '0205');
    const { agent: incoming } = await fixture.create(ivr, '0206');
    const as = asAgent('0205');
    await fixture.call(ivr, SignInAgent, {}, as);
    const name = (relief: object) => fixture.call(ivr, NameRelief, { agentId: outgoing.id, ...relief });
    expect(await fixture.refusal(signOut(outgoing, as))).toBe('agent.relief-not-named');
    expect(await fixture.refusal(name({ reliefAgentId: outgoing.id }))).toBe('agent.relief-is-self');
    expect(await name({ reliefAgentId: incoming.id })).toMatchObject({
      presence: { relief: { agentId: incoming.id, signedIn: false, namedBy: 'leader' } },
    });
    expect(await fixture.refusal(signOut(outgoing, as))).toBe('agent.relief-not-signed-in');
    await fixture.call(ivr, SignInAgent, {}, asAgent('0206'));
    expect(await signOut(outgoing, as)).toMatchObject({ presence: { state: 'signed-out' } });
    await fixture.call(ivr, SignInAgent, {}, as);
    expect(await fixture.refusal(signOut(outgoing, as))).toBe('agent.relief-not-named');
    await name({ notNeeded: 'the late shift is smaller' });
    expect(await signOut(outgoing, as)).toMatchObject({ presence: { state: 'signed-out' } });
    expect(await fixture.refusal(name({ reliefAgentId: incoming.id }))).toBe('agent.not-allowed-in-state');
  });

  it('has no after-call work to finish without a call, and nothing before sign-in', async () => {
    const { agent } = await fixture.create(ivr, '0207');
    const finish = () => fixture.call(ivr, FinishAfterCallWork, { agentId: agent.id });
    expect(await fixture.refusal(finish())).toBe('agent.not-allowed-in-state');
    await fixture.call(ivr, SignInAgent, { agentId: agent.id });
    expect(await fixture.refusal(finish())).toBe('agent.not-allowed-in-state');
  });

  it('tells of each sign-in and sign-out once, whoever did it, for attendance', async () => {
    const { agent } = await fixture.create(ivr, '0209');
    const told = () =>
      fixture.query<{ subject: string; workNo: string }>(
        ivr,
        `select subject, payload::json ->> 'workNo' as "workNo" from outbox
         where subject like 'ivr.event.agent-signed-%' and payload::json ->> 'agentId' = $1 order by seq`,
        [agent.id],
      );
    await fixture.call(ivr, SignInAgent, { agentId: agent.id });
    await fixture.call(ivr, SetAgentReady, { agentId: agent.id });
    await fixture.call(ivr, ForceSignOutAgent, { agentId: agent.id, reason: '离岗' }, asLeader);
    expect(await told()).toEqual([
      { subject: 'ivr.event.agent-signed-in.v1', workNo: agent.workNo },
      { subject: 'ivr.event.agent-signed-out.v1', workNo: agent.workNo },
    ]);
  });

  it('takes one change at a time', async () => {
    const { agent } = await fixture.create(ivr, '0208');
    await fixture.call(ivr, SignInAgent, { agentId: agent.id });
    await Promise.all(
      ['meal', 'break', 'training', 'meeting'].flatMap((reason) => [
        fixture.call(ivr, SetAgentAway, { agentId: agent.id, reason }),
        fixture.call(ivr, SetAgentReady, { agentId: agent.id }),
      ]),
    );
    const [bad] = await fixture.query<{ count: string }>(
      ivr,
      `select count(*) from agent_states a join agent_states b on b.agent_id = a.agent_id and b.id > a.id
       where a.agent_id = $1 and (a.until_at is null or b.from_at < a.until_at)`,
      [agent.id],
    );
    expect(bad?.count).toBe('0');
  });
});

describe('the policy of the desks', () => {
  it('is dated data: what is to come can be set, the past cannot', async () => {
    const body = {
      afterCallWork: { limitSeconds: 30, atLimit: 'stay' as const },
      missedRingsUntilAway: 3,
      recordingDays: 90,
      callBackHours: 12,
    };
    const past = fixture.call(ivr, PutAgentPolicy, { ...body, validFrom: '2024-06-01T00:00:00Z' });
    expect(await fixture.refusal(past)).toBe('agent-policy.invalid');
    await fixture.call(ivr, PutAgentPolicy, { ...body, validFrom: '2099-01-01T00:00:00Z' });
    const { items } = await fixture.call(ivr, ListAgentPolicies, {});
    expect(items.map(({ validFrom }) => validFrom)).toEqual([
      '2099-01-01T00:00:00.000Z',
      '2024-01-01T00:00:00.000Z',
    ]);
    expect(items[1]).toMatchObject({
      afterCallWork: { limitSeconds: 60, atLimit: 'ready' },
      recordingDays: 180,
    });
  });
});

describe('what an agent sees of a call', () => {
  const callId = 'pbx-1-700.1';

  beforeAll(async () => {
    await fixture.query(
      ivr,
      `insert into inbound_calls (call_id, node, from_number, dialled, desk, language, started_at, account_no,
         identified_by, value_tier, list_flag, important, asked, phase)
       values ($1, 'pbx-1', '+8613900010001', '95598', 'general', 'en', now(), 'A700', 'phone', 'high', 'normal', true,
         '[{"what": "bill", "at": "2026-03-02T02:00:00Z"}]', 'queue')`,
      [callId],
    );
  });

  it('is who, which tier, what was asked in the menu, and the open cases', async () => {
    fixture.answer(ListWorkOrders, ({ accountNo, status }) => ({
      items: [workOrderView({ kind: 'fault', accountNo, text: `no light (${status})` })],
    }));
    const agent = await fixture.readyAgent(ivr, node, '0301', { answerAfterMs: 200 }, ['vip']);
    node.join({ callId, queue: 'vip', priority: 20, maxWaitSeconds: 60 });
    await fixture.untilState(ivr, agent.id, 'talking');
    const { call } = await fixture.call(ivr, GetDesk, {}, asAgent('0301'));
    expect(call).toMatchObject({
      callId,
      queue: 'vip',
      phone: '+8613900010001',
      accountNo: 'A700',
      identifiedBy: 'phone',
      valueTier: 'high',
      listFlag: 'normal',
      important: true,
      language: 'en',
      apologise: false,
      asked: [{ what: 'bill', at: '2026-03-02T02:00:00Z' }],
      openCases: [{ number: 'W20260302-000117', kind: 'fault', text: 'no light (open)' }],
      casesKnown: true,
    });
    const [row] = await fixture.query<{ phase: string }>(
      ivr,
      'select phase from inbound_calls where call_id = $1',
      [callId],
    );
    expect(row?.phase).toBe('agent');
    node.callerHangsUp(callId);
  });

  it('is there without the cases when ticket is away', async () => {
    await fixture.query(ivr, `update inbound_calls set account_no = 'A701' where call_id = $1`, [callId]);
    fixture.answer(ListWorkOrders, () => {
      throw new DomainError('service.unavailable', 'away');
    });
    const { call } = await fixture.call(ivr, GetDesk, {}, asAgent('0301'));
    expect(call).toMatchObject({ accountNo: 'A701', openCases: [], casesKnown: false });
  });
});
