import fc from 'fast-check';
import { type AgentState, QUEUE_NAMES, SIGNED_OUT } from '@switchyard/domain';
import type { Agent, Skill } from '../agents/agent';
import type { KnownMember } from './member-book';
import { membershipAt, planMembers } from './plan-members';

const ready: AgentState = { name: 'ready', since: 0, missedRings: 0 };
const meal: AgentState = { name: 'away', since: 0, reason: 'meal', missedRings: 0 };
const talking: AgentState = { name: 'talking', since: 0, callId: 'c1', missedRings: 0 };

function agent(
  sipUser: string,
  state: AgentState,
  skills: readonly Skill[],
  node: string | null = null,
): Agent {
  return {
    id: sipUser,
    workNo: sipUser,
    name: sipUser,
    accountName: sipUser,
    sipUser,
    skills,
    active: true,
    version: 1,
    presence: { state, node, phoneRegistered: true, signedInAt: null, relief: null, reliefSignedIn: false },
  };
}

const billing: Skill = { queue: 'billing', penalty: 0 };
const member = (change: Partial<KnownMember> = {}): KnownMember => ({
  queue: 'billing',
  sipUser: '1001',
  penalty: 0,
  paused: false,
  pauseReason: '',
  ...change,
});

describe('what a PBX is told of an agent', () => {
  it('is nothing when it knows', () => {
    expect(planMembers('pbx-1', [agent('1001', ready, [billing])], [member()])).toEqual([]);
    expect(planMembers('pbx-1', [agent('1001', SIGNED_OUT, [billing])], [])).toEqual([]);
  });

  it('is its queues when it signs in, and none when it signs out', () => {
    expect(planMembers('pbx-1', [agent('1001', ready, [billing])], [])).toEqual([
      { kind: 'add', queue: 'billing', sipUser: '1001', penalty: 0, paused: false, reason: '' },
    ]);
    expect(planMembers('pbx-1', [agent('1001', SIGNED_OUT, [billing])], [member()])).toEqual([
      { kind: 'remove', queue: 'billing', sipUser: '1001' },
    ]);
  });

  it('is one pause for all queues, with its reason', () => {
    const skills: Skill[] = [billing, { queue: 'fault', penalty: 1 }];
    const members = [member(), member({ queue: 'fault', penalty: 1 })];
    expect(planMembers('pbx-1', [agent('1001', meal, skills)], members)).toEqual([
      { kind: 'pause', sipUser: '1001', paused: true, reason: 'meal' },
    ]);
    const wrongReason = members.map((each) => ({ ...each, paused: true, pauseReason: 'break' }));
    expect(planMembers('pbx-1', [agent('1001', meal, skills)], wrongReason)).toHaveLength(1);
  });

  it('is a changed skill', () => {
    const skills: Skill[] = [
      { queue: 'billing', penalty: 3 },
      { queue: 'english', penalty: 0 },
    ];
    const members = [member(), member({ queue: 'fault' })];
    expect(planMembers('pbx-1', [agent('1001', ready, skills)], members)).toEqual([
      { kind: 'remove', queue: 'fault', sipUser: '1001' },
      { kind: 'penalty', queue: 'billing', sipUser: '1001', penalty: 3 },
      { kind: 'add', queue: 'english', sipUser: '1001', penalty: 0, paused: false, reason: '' },
    ]);
  });

  it('takes out whoever is nobody of ours', () => {
    expect(planMembers('pbx-1', [], [member({ sipUser: '8999' })])).toEqual([
      { kind: 'remove', queue: 'billing', sipUser: '8999' },
    ]);
  });

  it('keeps an agent who talks at one node from ringing at another', () => {
    const there = agent('1001', talking, [billing], 'pbx-2');
    expect(membershipAt('pbx-1', there)).toEqual({ member: true, paused: true, reason: 'in-call' });
    expect(membershipAt('pbx-2', there)).toMatchObject({ paused: false });
  });
});

describe('whatever stands there', () => {
  const states = fc.constantFrom(SIGNED_OUT, ready, meal, talking);
  const skills = fc.uniqueArray(fc.record({ queue: fc.constantFrom(...QUEUE_NAMES), penalty: fc.nat(10) }), {
    selector: ({ queue }) => queue,
  });
  const agents = fc
    .uniqueArray(fc.tuple(fc.constantFrom('1001', '1002', '1003'), states, skills), {
      selector: ([user]) => user,
    })
    .map((all) => all.map(([user, state, each]) => agent(user, state, each)));
  const members = fc.uniqueArray(
    fc.record({
      queue: fc.constantFrom<string>(...QUEUE_NAMES),
      sipUser: fc.constantFrom('1001', '1002', '1003', '1004'),
      penalty: fc.nat(10),
      paused: fc.boolean(),
      pauseReason: fc.constantFrom('', 'meal', 'x'),
    }),
    { selector: ({ queue, sipUser }) => `${queue} ${sipUser}` },
  );

  /** What a PBX makes of orders. */
  function obey(before: readonly KnownMember[], orders: ReturnType<typeof planMembers>): KnownMember[] {
    let now = [...before];
    for (const order of orders) {
      const mine = (each: KnownMember) => each.sipUser === order.sipUser;
      const same = (each: KnownMember) => mine(each) && 'queue' in order && each.queue === order.queue;
      if (order.kind === 'remove') now = now.filter((each) => !same(each));
      if (order.kind === 'add') now.push({ ...order, pauseReason: order.reason });
      if (order.kind === 'penalty')
        now = now.map((each) => (same(each) ? { ...each, penalty: order.penalty } : each));
      if (order.kind === 'pause') {
        const change = { paused: order.paused, pauseReason: order.paused ? order.reason : '' };
        now = now.map((each) => (mine(each) ? { ...each, ...change } : each));
      }
    }
    return now;
  }

  it('one round of orders makes it right, and a second has nothing to order', () => {
    fc.assert(
      fc.property(agents, members, (desired, before) => {
        const after = obey(before, planMembers('pbx-1', desired, before));
        expect(planMembers('pbx-1', desired, after)).toEqual([]);
      }),
    );
  });
});
