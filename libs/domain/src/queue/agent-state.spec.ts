import fc from 'fast-check';
import { actOnAgent } from './act-on-agent';
import { type AgentPolicy, STANDARD_AGENT_POLICY } from './agent-policy';
import {
  type AgentAction,
  type AgentQueueEvent,
  type AgentState,
  hasCallInHand,
  membershipOf,
  SIGNED_OUT,
} from './agent-state';
import { afterCallWorkEnds, moveAgent } from './move-agent';

const POLICY = STANDARD_AGENT_POLICY;
const STAYS: AgentPolicy = { ...POLICY, afterCallWork: { limitSeconds: 60, atLimit: 'stay' } };

/** A story of actions and events, one second apart; a refused action is written into the story's end. */
function story(steps: readonly (AgentAction | AgentQueueEvent)[], policy = POLICY): AgentState | string {
  let state = SIGNED_OUT;
  for (const [index, step] of steps.entries()) {
    const at = (index + 1) * 1000;
    if (isEvent(step)) state = moveAgent(state, step, at, policy);
    else {
      const result = actOnAgent(state, step, at);
      if (!result.ok) return result.error;
      state = result.value;
    }
  }
  return state;
}

const EVENT_KINDS = ['called', 'connected', 'ring-ended', 'completed', 'after-call-work-over'];
const isEvent = (step: AgentAction | AgentQueueEvent): step is AgentQueueEvent =>
  EVENT_KINDS.includes(step.kind);

const signIn: AgentAction = { kind: 'sign-in' };
const ready: AgentAction = { kind: 'ready' };
const meal: AgentAction = { kind: 'away', reason: 'meal' };
const signOut: AgentAction = { kind: 'sign-out' };
const finish: AgentAction = { kind: 'finish-after-call-work' };
const force: AgentAction = { kind: 'force-sign-out', reason: 'shift over' };
const called: AgentQueueEvent = { kind: 'called', callId: 'c1', queue: 'fault' };
const connected: AgentQueueEvent = { kind: 'connected', callId: 'c1', queue: 'fault' };
const missed: AgentQueueEvent = { kind: 'ring-ended', callId: 'c1', missed: true };
const taken: AgentQueueEvent = { kind: 'ring-ended', callId: 'c1', missed: false };
const completed: AgentQueueEvent = { kind: 'completed', callId: 'c1' };
const over: AgentQueueEvent = { kind: 'after-call-work-over', callId: 'c1' };

describe('an agent', () => {
  it('is away after sign-in until it says ready', () => {
    expect(story([signIn])).toMatchObject({ name: 'away', reason: 'signed-in' });
    expect(story([signIn, ready])).toMatchObject({ name: 'ready' });
  });

  it('rings, talks, works after the call and is ready again by itself', () => {
    expect(story([signIn, ready, called])).toMatchObject({ name: 'ringing', callId: 'c1', queue: 'fault' });
    expect(story([signIn, ready, called, connected])).toMatchObject({ name: 'talking', callId: 'c1' });
    const working = story([signIn, ready, called, connected, completed]) as AgentState;
    expect(working).toMatchObject({ name: 'after-call-work', callId: 'c1', queue: 'fault' });
    expect(afterCallWorkEnds(working, POLICY)).toBe(working.since + 60_000);
    expect(moveAgent(working, over, 90_000, POLICY)).toMatchObject({ name: 'ready', since: 90_000 });
  });

  it('works after the call until it says so where the policy wants that', () => {
    const working = story([signIn, ready, called, connected, completed], STAYS) as AgentState;
    expect(afterCallWorkEnds(working, STAYS)).toBeUndefined();
    expect(story([signIn, ready, called, connected, completed, finish], STAYS)).toMatchObject({
      name: 'ready',
    });
  });

  it('has no after-call work where the policy gives it none', () => {
    const none: AgentPolicy = { ...POLICY, afterCallWork: { limitSeconds: 0, atLimit: 'ready' } };
    expect(story([signIn, ready, called, connected, completed], none)).toMatchObject({ name: 'ready' });
  });

  it('goes away after the call when it asked during it, and may take that back', () => {
    expect(story([signIn, ready, called, connected, meal])).toMatchObject({ name: 'talking' });
    expect(story([signIn, ready, called, connected, meal, completed])).toMatchObject({
      name: 'after-call-work',
    });
    expect(story([signIn, ready, called, connected, meal, completed, over])).toMatchObject({
      name: 'away',
      reason: 'meal',
    });
    expect(story([signIn, ready, called, connected, meal, ready, completed, over])).toMatchObject({
      name: 'ready',
    });
  });

  it('is signed out by the shift leader at once, or when the call in hand is over, and cannot take that back', () => {
    expect(story([signIn, ready, force])).toMatchObject({ name: 'signed-out' });
    expect(story([signIn, ready, called, connected, force])).toMatchObject({ name: 'talking' });
    expect(story([signIn, ready, called, connected, force, ready, meal, completed])).toMatchObject({
      name: 'signed-out',
    });
  });

  it('is signed out at once by a second order, should nobody tell of the end of its call', () => {
    expect(story([signIn, ready, called, connected, force, force])).toMatchObject({ name: 'signed-out' });
  });

  it('does not sign out with a call in hand', () => {
    expect(story([signIn, ready, called, signOut])).toBe('call-in-hand');
    expect(story([signIn, ready, called, connected, signOut])).toBe('call-in-hand');
    expect(story([signIn, ready, called, connected, completed, signOut])).toMatchObject({
      name: 'signed-out',
    });
  });

  it('goes away after so many missed calls in a row, not before', () => {
    expect(story([signIn, ready, called, missed])).toMatchObject({ name: 'ready', missedRings: 1 });
    expect(story([signIn, ready, called, missed, called, missed])).toMatchObject({
      name: 'away',
      reason: 'no-answer',
    });
    const answeredBetween = [
      signIn,
      ready,
      called,
      missed,
      called,
      connected,
      completed,
      over,
      called,
      missed,
    ];
    expect(story(answeredBetween)).toMatchObject({ name: 'ready', missedRings: 1 });
  });

  it('misses nothing when the caller hangs up or somebody else answers', () => {
    expect(story([signIn, ready, called, taken, called, taken, called, taken])).toMatchObject({
      name: 'ready',
      missedRings: 0,
    });
  });

  it('returns to where it was when a call got through before the pause', () => {
    expect(story([signIn, meal, called])).toMatchObject({ name: 'ringing' });
    expect(story([signIn, meal, called, taken])).toMatchObject({ name: 'away', reason: 'meal' });
    expect(story([signIn, meal, called, connected, completed, over])).toMatchObject({
      name: 'away',
      reason: 'meal',
    });
    expect(story([called, connected, completed])).toMatchObject({ name: 'signed-out' });
  });

  it('is not moved by late events or those of another call', () => {
    const talking = story([signIn, ready, called, connected]) as AgentState;
    const other = { callId: 'c2' };
    for (const late of [called, connected, taken, { ...completed, ...other }, { ...taken, ...other }, over]) {
      expect(moveAgent(talking, late, 99_000, POLICY)).toBe(talking);
    }
    const working = moveAgent(talking, completed, 9_000, POLICY);
    for (const late of [called, connected, completed, { ...over, ...other }]) {
      expect(moveAgent(working, late, 99_000, POLICY)).toBe(working);
    }
  });

  it.each([ready, meal, finish, signOut, force])('does nothing before it has signed in: $kind', (action) => {
    expect(story([action])).toBe('not-signed-in');
  });

  it('has no after-call work to finish without a call', () => {
    expect(story([signIn, finish])).toBe('no-after-call-work');
  });
});

describe('how the PBX sees an agent', () => {
  it.each([
    [[], false, true],
    [[signIn], true, true],
    [[signIn, ready], true, false],
    [[signIn, ready, called], true, false],
    [[signIn, ready, called, connected], true, false],
    [[signIn, ready, called, connected, meal], true, true],
    [[signIn, ready, called, connected, force], true, true],
    [[signIn, ready, called, connected, completed], true, true],
    [[signIn, ready, meal], true, true],
  ])('after %j: member %j, paused %j', (steps, member, paused) => {
    expect(membershipOf(story(steps) as AgentState)).toMatchObject({ member, paused });
  });
});

const callId = fc.constantFrom('c1', 'c2');
const anyStep = fc.oneof(
  fc.constantFrom<AgentAction | AgentQueueEvent>(signIn, ready, meal, signOut, finish, force),
  callId.map((id): AgentQueueEvent => ({ kind: 'called', callId: id, queue: 'general' })),
  callId.map((id): AgentQueueEvent => ({ kind: 'connected', callId: id })),
  fc
    .tuple(callId, fc.boolean())
    .map(([id, lost]): AgentQueueEvent => ({ kind: 'ring-ended', callId: id, missed: lost })),
  callId.map((id): AgentQueueEvent => ({ kind: 'completed', callId: id })),
  callId.map((id): AgentQueueEvent => ({ kind: 'after-call-work-over', callId: id })),
);

/** Every state on the way; refused actions change nothing. */
function walk(steps: readonly (AgentAction | AgentQueueEvent)[], policy: AgentPolicy): AgentState[] {
  const states = [SIGNED_OUT];
  for (const [index, step] of steps.entries()) {
    const state = states.at(-1) ?? SIGNED_OUT;
    const at = index + 1;
    if (isEvent(step)) states.push(moveAgent(state, step, at, policy));
    else {
      const result = actOnAgent(state, step, at);
      states.push(result.ok ? result.value : state);
    }
  }
  return states;
}

describe('whatever happens', () => {
  const stories = fc.array(anyStep, { maxLength: 40 });
  const policies = fc.constantFrom(POLICY, STAYS);

  it('a call in hand has its id, being away a reason, and only a ready agent without a plan is offered calls', () => {
    fc.assert(
      fc.property(stories, policies, (steps, policy) => {
        for (const state of walk(steps, policy)) {
          if (hasCallInHand(state)) expect(state.callId).toBeDefined();
          expect(state.name === 'away').toBe(state.reason !== undefined);
          expect(membershipOf(state).paused).toBe(
            state.next !== undefined || ['signed-out', 'away', 'after-call-work'].includes(state.name),
          );
        }
      }),
    );
  });

  it('the same event twice is the same as once', () => {
    fc.assert(
      fc.property(stories, anyStep, policies, (steps, last, policy) => {
        if (!isEvent(last)) return;
        const before = walk(steps, policy).at(-1) ?? SIGNED_OUT;
        const once = moveAgent(before, last, 100, policy);
        // A call may ring, be missed and ring again: only its ringing is told twice in earnest.
        if (last.kind === 'called' && !hasCallInHand(before)) return;
        expect(moveAgent(once, last, 200, policy)).toEqual(once);
      }),
    );
  });

  it('ending the call and finishing the work always leads back to the desk or home', () => {
    fc.assert(
      fc.property(stories, policies, (steps, policy) => {
        let state = walk(steps, policy).at(-1) ?? SIGNED_OUT;
        const id = state.callId ?? 'c1';
        state = moveAgent(state, { kind: 'ring-ended', callId: id, missed: false }, 100, policy);
        state = moveAgent(state, { kind: 'completed', callId: id }, 101, policy);
        state = moveAgent(state, { kind: 'after-call-work-over', callId: id }, 102, policy);
        expect(['ready', 'away', 'signed-out']).toContain(state.name);
      }),
    );
  });
});
