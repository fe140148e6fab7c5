import { joinSegments } from '../../speech';
import type { CallFlow } from '../document/call-flow';
import type { CallFlowDocument, FlowNode, Piece } from '../document/flow-document';
import { parseCallFlow } from '../document/parse-call-flow';
import { advanceCall } from './advance-call';
import type { FlowEffect } from './flow-effect';
import type { FlowEvent } from './flow-event';
import { type CallerAccount, type FlowFacts, type FlowState, isOver, storableState } from './flow-state';
import { startCall } from './start-call';

const says = (text: string): Piece[] => [{ 'zh-CN': text, en: text }];
const ACCOUNT: CallerAccount = {
  accountNo: '5100123456',
  valueTier: 'mid',
  listFlag: 'red',
  important: true,
};
const FACTS: FlowFacts = {
  from: '+8613900010001',
  unit: { 'zh-CN': '城关', en: 'Chengguan' },
  workingDay: true,
  minuteOfDay: 600,
  sample: 0.5,
};

const BASE: Readonly<Record<string, FlowNode>> = {
  menu: {
    kind: 'menu',
    say: says('menu'),
    choices: [
      { key: '1', next: 'identify' },
      { key: '2', next: 'told' },
      { key: '3', next: 'warn' },
      { key: '4', next: 'code' },
      { key: '5', next: 'message' },
    ],
  },
  told: { kind: 'say', say: says('told'), completes: 'telling', next: 'after' },
  warn: { kind: 'say', say: says('warning'), interruptible: false, next: 'after' },
  after: { kind: 'menu', say: says('after'), choices: [{ key: '9', next: 'menu' }], repeat: 'told' },
  code: { kind: 'collect', say: says('code'), into: 'code', minDigits: 2, maxDigits: 4, next: 'coded' },
  coded: { kind: 'say', say: says('code {code}'), next: 'after' },
  identify: {
    kind: 'identify',
    which: says('which'),
    account: says('account'),
    password: says('password'),
    wrong: says('wrong'),
    identified: 'bill',
    failed: 'bye',
    locked: 'bye',
    unavailable: 'bye',
  },
  bill: { kind: 'look-up', what: 'bill', found: 'told', notFound: 'after', unavailable: 'bye' },
  message: {
    kind: 'record-message',
    say: says('speak'),
    maxSeconds: 60,
    maxSilenceSeconds: 5,
    minSeconds: 2,
    recorded: 'order',
  },
  order: { kind: 'open-work-order', order: 'suggestion', text: 'listen', opened: 'after', failed: 'bye' },
  human: {
    kind: 'queue',
    queue: 'general',
    maxWaitSeconds: 60,
    left: {
      served: 'bye',
      timeout: 'bye',
      full: 'bye',
      empty: 'bye',
      'call-back': 'bye',
      unavailable: 'bye',
    },
  },
  bye: { kind: 'say', say: says('bye'), next: 'end' },
  end: { kind: 'hang-up' },
};

const DOCUMENT: CallFlowDocument = {
  format: 1,
  name: 'test',
  settings: { keyWaitSeconds: 6, betweenKeysSeconds: 4, tries: 3 },
  entries: [{ name: 'general', language: 'en', start: 'menu' }],
  human: 'human',
  strikes: 'bye',
  wrongKey: says('no such key'),
  missingKey: says('no key'),
  nodes: BASE,
};

function flowOf(nodes: Readonly<Record<string, FlowNode>> = {}): CallFlow {
  const parsed = parseCallFlow({ ...DOCUMENT, nodes: { ...BASE, ...nodes } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** A call under test: what was said is read as text, events get the present step by themselves. */
class Call {
  state: FlowState;
  last: readonly FlowEffect[];

  constructor(
    readonly flow = flowOf(),
    facts: Partial<FlowFacts> = {},
    accounts: readonly CallerAccount[] | 'unknown' = [],
  ) {
    ({ state: this.state, effects: this.last } = startCall(flow, { ...FACTS, ...facts }));
    if (accounts !== 'unknown') this.send({ type: 'caller-known', accounts });
  }

  send(event: FlowEvent): this {
    ({ state: this.state, effects: this.last } = advanceCall(this.flow, this.state, event));
    return this;
  }

  answered(): this {
    return this.send({ type: 'answered' });
  }

  press(keys: string): this {
    for (const key of keys) this.send({ type: 'key', key });
    return this;
  }

  saidOut(): this {
    return this.send({ type: 'playback-ended', step: this.state.step, completed: true });
  }

  timeOut(): this {
    return this.send({ type: 'timer', step: this.state.step });
  }

  get said(): string | undefined {
    const played = this.last.find((effect) => effect.type === 'play');
    return played && joinSegments(played.segments, 'en');
  }

  effect<Type extends FlowEffect['type']>(type: Type): Extract<FlowEffect, { type: Type }> | undefined {
    return this.last.find((one): one is Extract<FlowEffect, { type: Type }> => one.type === type);
  }
}

describe('a caller who wants to be nobody', () => {
  it('leaves nothing behind of what was keyed, looked up or known before', () => {
    const forget: FlowNode = { kind: 'forget-caller', forgotten: 'after', failed: 'bye' };
    const call = new Call(flowOf({ told: { kind: 'say', say: says('told'), next: 'forget' }, forget }), {}, [
      ACCOUNT,
    ]);
    const values = { payableFen: 1_005_030, month: '2026-02', readingDate: '2026-02-28', registerValue: 1 };
    const bill = { ...values, energyKwh: 2, amountFen: 3, previousBalanceFen: 4 };
    call.answered().press('4').press('4711#').saidOut().press('9').press('1');
    call.send({ type: 'look-up-result', step: call.state.step, result: 'found', data: { values: bill } });
    expect(call.state.values).toMatchObject({ code: '4711', 'bill.payable': 1_005_030 });
    expect(call.saidOut().state.waits).toBe('forgetting');
    call.send({ type: 'caller-forgotten', step: call.state.step, done: true });
    expect(call.state).toMatchObject({ node: 'after', anonymous: true, values: {}, lists: {}, attached: [] });
    expect(JSON.stringify(call.state)).not.toMatch(/13900010001|5100123456|4711|1005030/);
    expect(Object.keys(call.state.values)).toEqual([]);
  });
});

describe('a call that nobody tells to be answered', () => {
  it('is led to a human, in whose queue the PBX answers it: nobody hears ringing for ever', () => {
    const call = new Call();
    expect(call.state.waits).toBe('answer');
    expect(call.timeOut().effect('enqueue')).toMatchObject({ queue: 'general' });
    expect(call.send({ type: 'queue-entered' }).state.waits).toBe('queue');
  });
});

const inMenu = (flow?: CallFlow) => new Call(flow).answered();

describe('a menu', () => {
  it('is said at the answer, waits for a key, says so twice, and leads on after three', () => {
    const call = inMenu();
    expect(call.said).toBe('menu');
    expect(call.saidOut().effect('start-timer')?.ms).toBe(6000);
    expect(call.timeOut().said).toBe('no key menu');
    expect(call.saidOut().timeOut().said).toBe('no key menu');
    expect(call.saidOut().timeOut().said).toBe('bye');
  });

  it('counts wrong and missing keys together', () => {
    const call = inMenu().press('7');
    expect(call.last.map(({ type }) => type)).toEqual(['stop-playback', 'play', 'start-timer']);
    expect(call.said).toBe('no such key menu');
    expect(call.saidOut().timeOut().said).toBe('no key menu');
    expect(call.press('#').said).toBe('bye');
  });

  it('is said again at *, as often as the caller likes, without a strike', () => {
    const call = inMenu();
    for (let time = 0; time < 10; time += 1) expect(call.press('*').said).toBe('menu');
    expect(call.press('7').press('7').press('7').said).toBe('bye');
  });

  it('leads to a human at 0, whatever is being said', () => {
    expect(inMenu().press('0').effect('enqueue')).toMatchObject({ queue: 'general' });
    expect(inMenu().press('2').press('0').effect('enqueue')).toMatchObject({ queue: 'general' });
  });

  it('ignores what is no key of a telephone', () => {
    const call = inMenu();
    const { state } = call;
    expect(call.press('A').state).toEqual(state);
  });

  it('may repeat what was said before it', () => {
    expect(inMenu().press('2').saidOut().press('*').said).toBe('told');
  });
});

describe('keys typed ahead', () => {
  it('before the answer are used, and nothing is said on the way', () => {
    const call = new Call().press('2');
    expect(call.answered().said).toBe('told');
    const further = new Call().press('29').answered();
    expect(further.said).toBe('menu');
    expect(further.state.node).toBe('menu');
  });

  it('interrupt what is being said and go to the next menu', () => {
    const call = inMenu().press('2').press('9');
    expect(call.last.map(({ type }) => type)).toEqual(['stop-playback', 'note', 'play', 'start-timer']);
    expect(call.said).toBe('menu');
  });

  it('do not interrupt what must be heard, but count afterwards', () => {
    const call = inMenu().press('3').press('9');
    expect(call.last).toEqual([]);
    expect(call.saidOut().said).toBe('menu');
  });

  it('wait while others are asked', () => {
    const call = new Call(flowOf(), {}, [ACCOUNT]).answered().press('1').press('9');
    expect(call.state.waits).toBe('look-up');
    call.send({ type: 'look-up-result', step: call.state.step, result: 'not-found' });
    expect(call.state.node).toBe('menu');
  });

  it('are forgotten after a mistake', () => {
    const call = new Call().press('72').answered();
    expect(call.said).toBe('no such key menu');
    expect(call.state.volatile?.ahead).toBe('');
  });

  it('are kept up to a limit', () => {
    const call = new Call().press('5'.repeat(500));
    expect(call.state.volatile?.ahead).toHaveLength(40);
  });
});

describe('an entry', () => {
  const entering = () => inMenu().press('4');

  it.each([
    ['its length', (call: Call) => call.press('1234')],
    ['#', (call: Call) => call.press('123#')],
    ['a pause', (call: Call) => call.press('123').timeOut()],
  ])('is ended by %s', (_, end) => {
    expect(end(entering()).said).toMatch(/^code one two three/);
  });

  it('stops the prompt at its first digit and waits for the next', () => {
    const call = entering().press('1');
    const { step } = call.state;
    expect(call.last).toEqual([
      { type: 'stop-playback', step: step - 1 },
      { type: 'start-timer', step, ms: 4000 },
    ]);
  });

  it('begins again at *', () => {
    const call = entering().press('12*');
    expect(call.said).toBe('code');
    expect(call.press('34#').said).toBe('code three four');
  });

  it('too short or empty is a wrong key', () => {
    expect(entering().press('1#').said).toBe('no such key code');
    expect(entering().press('#').said).toBe('no such key code');
  });

  it('of 0 alone asks for a human; a 0 among digits does not', () => {
    expect(entering().press('0#').state.node).toBe('human');
    expect(entering().press('0').timeOut().state.node).toBe('human');
    expect(entering().press('01#').said).toBe('code zero one');
  });
});

describe('identity', () => {
  const found = (call: Call) => call.effect('look-up');

  it('is a bound number', () => {
    const call = new Call(flowOf(), {}, [ACCOUNT]).answered().press('1');
    expect(call.effect('identified')).toEqual({ type: 'identified', accountNo: '5100123456', by: 'phone' });
    expect(found(call)).toMatchObject({ what: 'bill', accountNo: '5100123456' });
  });

  it('waits a moment for the accounts of the number, and then asks', () => {
    const slow = new Call(flowOf(), {}, 'unknown').answered().press('1');
    expect(slow.state.waits).toBe('caller');
    expect(slow.send({ type: 'caller-known', accounts: [ACCOUNT] }).state.node).toBe('bill');
    const away = new Call(flowOf(), {}, 'unknown').answered().press('1');
    expect(away.timeOut().said).toBe('account');
  });

  it('is one of several bound accounts, unless two end alike', () => {
    const twins = [ACCOUNT, { ...ACCOUNT, accountNo: '5100993456' }];
    const call = new Call(flowOf(), {}, twins).answered().press('1');
    expect(call.said).toBe('which');
    expect(call.press('3456#').said).toBe('no such key which');
    expect(call.press('5100993456#').state.account?.accountNo).toBe('5100993456');
    const stranger = new Call(flowOf(), {}, twins).answered().press('1');
    expect(stranger.press('88888888#').said).toBe('password');
  });

  it('is an account and its password, which is handed on and kept nowhere', () => {
    const call = inMenu().press('1').press('5100123456#').press('246810#');
    expect(call.effect('verify-password')).toMatchObject({ accountNo: '5100123456', password: '246810' });
    expect(JSON.stringify(call.state)).not.toContain('246810');
    call.send({ type: 'password-result', step: call.state.step, result: 'verified', account: ACCOUNT });
    expect(call.state.identifiedBy).toBe('password');
    expect(found(call)).toMatchObject({ accountNo: '5100123456' });
  });

  it('keeps digits of a password out of what is stored while it is keyed', () => {
    const call = inMenu().press('1').press('5100123456#').press('2468');
    expect(JSON.stringify(storableState(call.state))).not.toMatch(/2468|5100123456/);
    expect(Object.keys(storableState(call.state))).not.toContain('volatile');
  });

  it('may be typed ahead, account and password', () => {
    const call = new Call().press('15100123456#246810#').answered();
    expect(call.effect('verify-password')).toMatchObject({ password: '246810' });
  });

  it.each([
    ['an account that a pause ended', (call: Call) => call.press('5100123456').timeOut()],
    ['an account that its length ended', (call: Call) => call.press(`${'5'.repeat(20)}`)],
  ])('does not take keys for the password that were typed before: %s', (_, enter) => {
    const call = enter(inMenu().press('1'));
    expect(call.state.stage).toBe('password');
    expect(call.state.volatile).toMatchObject({ entry: '', ahead: '' });
    expect(call.said).toBe('password');
  });

  it('takes nothing typed ahead of the password when the account filled up', () => {
    const call = new Call().press(`1${'5'.repeat(20)}246810#`).answered();
    expect(call.state.stage).toBe('password');
    expect(call.effect('verify-password')).toBeUndefined();
  });

  it('is asked for again after a wrong password, nothing typed ahead counts, three times in a call', () => {
    const call = inMenu().press('1').press('5100123456#').press('111111#').press('2');
    const wrong = () => call.send({ type: 'password-result', step: call.state.step, result: 'wrong' });
    expect(wrong().said).toBe('wrong account');
    expect(call.state.volatile?.ahead).toBe('');
    call.press('5100123456#').press('111111#');
    expect(wrong().said).toBe('wrong account');
    call.press('5100123456#').press('111111#');
    expect(wrong().said).toBe('bye');
  });

  it('is unavailable when nobody answers', () => {
    expect(inMenu().press('1').press('5100123456#').press('111111#').timeOut().said).toBe('bye');
  });
});

describe('a message', () => {
  const recording = () => inMenu().press('5').saidOut();
  const ended = (call: Call, seconds: number, failed = false) =>
    call.send({ type: 'recording-ended', step: call.state.step, seconds, failed });

  it('is recorded after its prompt, ended by any key, and goes with the work order', () => {
    const call = recording();
    expect(call.effect('record')).toMatchObject({ ordinal: 1, maxSeconds: 60 });
    expect(call.press('#').effect('stop-recording')).toMatchObject({ keep: true });
    expect(ended(call, 20).effect('open-work-order')).toMatchObject({ recordings: [1], ordinal: 1 });
  });

  it('is thrown away at * and at 0', () => {
    const again = recording().press('*');
    expect(again.effect('stop-recording')).toMatchObject({ keep: false });
    expect(again.said).toBe('speak');
    expect(again.saidOut().effect('record')).toMatchObject({ ordinal: 2 });
    expect(recording().press('0').effect('enqueue')).toBeDefined();
  });

  it('that is silence is asked for again, three times', () => {
    const call = recording();
    expect(ended(call, 1).said).toBe('speak');
    expect(ended(call.saidOut(), 0, true).said).toBe('speak');
    expect(ended(call.saidOut(), 1).said).toBe('bye');
  });

  it('of a caller who hangs up still becomes a work order', () => {
    const call = recording().send({ type: 'hang-up' });
    expect(isOver(call.state)).toBe(false);
    expect(ended(call, 30).effect('open-work-order')).toMatchObject({ recordings: [1] });
    const { step } = call.state;
    call.send({ type: 'work-order-opened', step, number: 'W1', queryCode: '12345678' });
    expect(isOver(call.state)).toBe(true);
  });

  it('of a caller who hangs up without a word ends the call', () => {
    expect(isOver(ended(recording().send({ type: 'hang-up' }), 1).state)).toBe(true);
    expect(isOver(recording().send({ type: 'hang-up' }).timeOut().state)).toBe(true);
  });
});

describe('a playback', () => {
  it('that broke off waits a moment for the hang-up before it goes on', () => {
    const call = inMenu().press('2');
    call.send({ type: 'playback-ended', step: call.state.step, completed: false });
    expect(call.state.waits).toBe('broken');
    expect(call.last).toEqual([{ type: 'start-timer', step: call.state.step, ms: 1000 }]);
    expect(call.timeOut().said).toBe('after');
    expect(call.effect('note')).toBeUndefined();
  });

  it('that breaks off again and again leads to a human: the queue has words of its own', () => {
    const call = inMenu();
    const breakOff = () =>
      call.send({ type: 'playback-ended', step: call.state.step, completed: false }).timeOut();
    breakOff().timeOut();
    breakOff().timeOut();
    expect(breakOff().effect('enqueue')).toMatchObject({ queue: 'general' });
  });

  it('that never ends is stopped', () => {
    const call = inMenu().press('2').timeOut();
    expect(call.effect('stop-playback')).toBeDefined();
    expect(call.said).toBe('after');
  });

  it('that never ends goes on though keys were typed meanwhile', () => {
    expect(inMenu().press('3').press('9').timeOut().said).toBe('menu');
  });

  it('of an earlier prompt changes nothing when it ends late', () => {
    const call = inMenu();
    const { step } = call.state;
    const { state } = call.press('2');
    expect(advanceCall(call.flow, state, { type: 'playback-ended', step, completed: true })).toEqual({
      state,
      effects: [],
    });
  });

  it('said out serves the caller; so does one that a key interrupts, but not the key for a human', () => {
    const completed = (call: Call) => call.effect('note');
    expect(completed(inMenu().press('2').saidOut())).toEqual({ type: 'note', completed: 'telling' });
    expect(completed(inMenu().press('2').press('9'))).toEqual({ type: 'note', completed: 'telling' });
    expect(completed(inMenu().press('2').press('0'))).toBeUndefined();
  });
});

describe('the queue', () => {
  it('is told the standing of the caller: three fields (C29)', () => {
    const call = new Call(flowOf(), {}, [ACCOUNT]).answered().press('0');
    expect(call.effect('enqueue')).toMatchObject({ valueTier: 'mid', listFlag: 'red', important: true });
  });

  it('that cannot be entered counts as unavailable', () => {
    expect(inMenu().press('0').timeOut().said).toBe('bye');
  });

  it('has no timer of ours, and takes no keys', () => {
    const call = inMenu().press('0').send({ type: 'queue-entered' });
    expect(call.last).toEqual([{ type: 'cancel-timer' }]);
    expect(call.press('1').last).toEqual([]);
    expect(call.send({ type: 'queue-left', reason: 'served' }).said).toBe('bye');
  });

  it('is where a call comes back from that the PBX queued without us', () => {
    const { state, effects } = startCall(flowOf(), FACTS);
    expect(effects.map(({ type }) => type)).toEqual(['find-caller', 'start-timer']);
    const back = advanceCall(flowOf(), state, { type: 'queue-left', reason: 'empty' });
    expect(back.effects.find(({ type }) => type === 'play')).toBeDefined();
    const taken = inMenu().send({ type: 'queue-entered' }).send({ type: 'queue-left', reason: 'served' });
    expect(taken.said).toBe('bye');
  });
});

describe('a call that another process goes on with', () => {
  const stored = (call: Call): Call => {
    const other = new Call(call.flow);
    other.state = JSON.parse(JSON.stringify(storableState(call.state))) as FlowState;
    return other.send({ type: 'resume' });
  };

  it('says the present menu again, under a step that the dead process never used', () => {
    const before = inMenu().press('2').saidOut();
    const after = stored(before);
    expect(after.said).toBe('after');
    expect(after.state.step).toBeGreaterThan(before.state.step + 900);
  });

  it('asks for the account again when a password was being keyed or checked', () => {
    const keying = inMenu().press('1').press('5100123456#').press('24');
    expect(stored(keying).said).toBe('account');
    expect(stored(keying.press('6810#')).said).toBe('account');
  });

  it('orders the same work order, under the same number', () => {
    const call = inMenu().press('5').saidOut();
    call.send({ type: 'recording-ended', step: call.state.step, seconds: 9, failed: false });
    const first = call.effect('open-work-order');
    expect(stored(call).effect('open-work-order')).toMatchObject({
      ordinal: first?.ordinal,
      recordings: first?.recordings,
    });
  });

  it('looks up again, records again, hangs up again, and leaves the queue alone', () => {
    const looking = new Call(flowOf(), {}, [ACCOUNT]).answered().press('1');
    expect(stored(looking).effect('look-up')).toMatchObject({ what: 'bill' });
    expect(stored(inMenu().press('5').saidOut()).said).toBe('speak');
    expect(stored(inMenu().press('777').saidOut()).effect('hang-up')).toBeDefined();
    expect(stored(inMenu().press('0').send({ type: 'queue-entered' })).last).toEqual([]);
  });

  it('asks whose number it is when that was not known yet', () => {
    const call = new Call(flowOf(), {}, 'unknown').answered();
    expect(stored(call).effect('find-caller')).toEqual({ type: 'find-caller', phone: FACTS.from });
  });
});

describe('the end', () => {
  it('is ordered, and when nobody tells of it, taken for granted', () => {
    const call = inMenu().press('777').saidOut();
    expect(call.effect('hang-up')).toBeDefined();
    expect(isOver(call.timeOut().state)).toBe(true);
    expect(call.press('1').last).toEqual([]);
    expect(call.send({ type: 'resume' }).last).toEqual([]);
  });

  it('comes for a caller who presses keys without end', () => {
    const call = inMenu();
    let pressed = 0;
    for (; call.state.waits !== 'hang-up' && pressed < 5_000; pressed += 1) call.press('*');
    expect(pressed).toBeLessThan(2_000);
    expect(call.effect('hang-up')).toBeDefined();
  });

  it('comes where a flow goes round by itself, which none that was found valid can', () => {
    const tight = { ...flowOf(), visitsWithoutKey: 0 };
    expect(new Call(tight).answered().effect('hang-up')).toBeDefined();
  });

  it('leaves no password behind', () => {
    const call = inMenu().press('1').press('5100123456#').press('2468').send({ type: 'hang-up' });
    expect(call.state.volatile).toBeUndefined();
  });
});
