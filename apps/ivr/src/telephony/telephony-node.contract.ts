import { randomUUID } from 'node:crypto';
import { CallGone, type CallEvent, type OriginateOrder, type TelephonyNode } from './telephony.port';

/** What each implementation brings to the shared spec. */
export interface TelephonyHarness {
  readonly node: TelephonyNode;
  /** A trunk that leads to the lab's subscribers. */
  readonly trunk: string;
  /** Media of about one second, and of ten seconds or more. */
  readonly media: { readonly short: string; readonly long: string };
  /** Everything that the node has told so far. The harness is the node's listener. */
  readonly events: readonly CallEvent[];
  /** Lets time pass until `holds`; rejects with `what` after `timeoutMs`. */
  until(what: string, holds: () => boolean, timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

interface ExpectedFate {
  readonly fate: string;
  readonly what: string;
  /** A subscriber's own hang-up is told as 0 or as 16. */
  readonly causes: readonly number[];
  readonly answered: boolean;
  readonly keys?: string;
  readonly ringSeconds?: number;
}

/** The lab's number table as the network tells it: Q.850 causes of the real Asterisk. */
const FATES: readonly ExpectedFate[] = [
  { fate: '01', what: 'listens to the end', causes: [16], answered: true },
  { fate: '02', what: 'confirms with 1', causes: [16], answered: true, keys: '1' },
  { fate: '03', what: 'asks again, then confirms', causes: [16], answered: true, keys: '21' },
  { fate: '04', what: 'wants a call later', causes: [16], answered: true, keys: '3' },
  { fate: '05', what: 'wants a human', causes: [16], answered: true, keys: '0' },
  { fate: '06', what: 'wants no more calls', causes: [16], answered: true, keys: '9' },
  { fate: '11', what: 'is busy', causes: [17], answered: false },
  { fate: '12', what: 'rings for ever', causes: [19], answered: false, ringSeconds: 5 },
  { fate: '13', what: 'is temporarily unavailable', causes: [19], answered: false },
  { fate: '14', what: 'declines', causes: [21], answered: false },
  { fate: '15', what: 'does not exist', causes: [1], answered: false },
  { fate: '16', what: 'meets congestion', causes: [34], answered: false },
  { fate: '17', what: 'fails after early media', causes: [19], answered: false },
  { fate: '18', what: 'has changed its number', causes: [22], answered: false },
  { fate: '19', what: 'does not respond', causes: [18], answered: false },
  { fate: '21', what: 'hangs up after 1 s', causes: [0, 16], answered: true },
  { fate: '22', what: 'hangs up after 3 s', causes: [0, 16], answered: true },
  { fate: '31', what: 'answers and stays silent', causes: [16], answered: true },
  { fate: '32', what: 'answers slowly', causes: [16], answered: true },
];

/** The spec that every implementation of TelephonyNode passes. */
export function itBehavesLikeATelephonyNode(open: () => Promise<TelephonyHarness>): void {
  let harness: TelephonyHarness;
  let serial = 0;

  const number = (fate: string): string => `+8613900${fate}${String((serial += 1)).padStart(4, '0')}`;
  const order = (fate: string, over: Partial<OriginateOrder> = {}): OriginateOrder => ({
    callId: randomUUID(),
    number: number(fate),
    trunk: harness.trunk,
    callerId: '95598',
    ringSeconds: 20,
    reference: `contract-${fate}`,
    ...over,
  });
  const of = (callId: string): CallEvent[] =>
    harness.events.filter((event) => 'callId' in event && event.callId === callId);
  const saw = (callId: string, type: CallEvent['type']): boolean =>
    of(callId).some((event) => event.type === type);
  const until = (callId: string, type: CallEvent['type'], timeoutMs = 15_000): Promise<void> =>
    harness.until(`${type} of ${callId}`, () => saw(callId, type), timeoutMs);
  const ended = (callId: string): Extract<CallEvent, { type: 'ended' }> | undefined =>
    of(callId).find((event) => event.type === 'ended');
  const typesOf = (callId: string): string[] => of(callId).map((event) => event.type);

  beforeAll(async () => {
    harness = await open();
    await harness.node.connect(15_000);
  });

  afterAll(async () => {
    await harness.close();
  });

  afterEach(async () => {
    for (const call of await harness.node.liveCalls()) await harness.node.hangUp(call.callId);
  });

  describe('every fate of the number table', () => {
    const calls = new Map<string, OriginateOrder>();

    beforeAll(async () => {
      for (const { fate, ringSeconds = 20 } of FATES) calls.set(fate, order(fate, { ringSeconds }));
      const orders = [...calls.values()];
      await Promise.all(orders.map((one) => harness.node.originate(one)));
      await harness.until(
        'an answer or an end of every call',
        () => orders.every(({ callId }) => saw(callId, 'answered') || saw(callId, 'ended')),
        15_000,
      );
      const keyed = FATES.filter(({ keys }) => keys !== undefined);
      await harness.until(
        'every key',
        () => keyed.every(({ fate, keys = '' }) => keysOf(of(callIdOf(fate))).length >= keys.length),
        15_000,
      );
      await harness.until(
        'the early hang-ups',
        () => ['21', '22'].every((fate) => ended(callIdOf(fate)) !== undefined),
        15_000,
      );
      for (const { callId } of orders) await harness.node.hangUp(callId);
      await harness.until(
        'every end',
        () => orders.every(({ callId }) => ended(callId) !== undefined),
        15_000,
      );
    }, 90_000);

    const callIdOf = (fate: string): string => calls.get(fate)?.callId ?? '';

    it.each(FATES)('a subscriber who $what (fate $fate)', ({ fate, causes, answered, keys = '' }) => {
      const events = of(callIdOf(fate));
      const end = events.at(-1);
      if (end?.type !== 'ended') throw new Error(`last event is ${end?.type ?? 'missing'}`);
      expect(causes).toContain(end.cause);
      expect(end.answered).toBe(answered);
      expect(events.filter(({ type }) => type === 'answered')).toHaveLength(answered ? 1 : 0);
      expect(keysOf(events)).toBe(keys);
    });

    it('tells of each end exactly once', () => {
      for (const { callId } of calls.values()) {
        expect(of(callId).filter(({ type }) => type === 'ended')).toHaveLength(1);
      }
    });

    it('tells that it rings before anything else, where the network says so', () => {
      expect(typesOf(callIdOf('12'))).toEqual(['ringing', 'ended']);
    });

    it('dates every event, in order', () => {
      for (const { callId } of calls.values()) {
        const times = of(callId).map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    });

    it('leaves no call behind', async () => {
      const left = (await harness.node.liveCalls()).map(({ callId }) => callId);
      expect(left.filter((callId) => [...calls.values()].some((one) => one.callId === callId))).toEqual([]);
    });
  });

  it('plays media one after another under one playback id', async () => {
    const call = order('01');
    await harness.node.originate(call);
    await until(call.callId, 'answered');
    await harness.node.play(call.callId, `${call.callId}-1`, [harness.media.short, harness.media.short]);
    await until(call.callId, 'playback-ended');
    const playback = of(call.callId).slice(-2);
    expect(playback).toMatchObject([
      { type: 'playback-started', playbackId: `${call.callId}-1` },
      { type: 'playback-ended', playbackId: `${call.callId}-1`, completed: true },
    ]);
    const [started, finished] = playback;
    expect((finished?.at ?? 0) - (started?.at ?? 0)).toBeGreaterThanOrEqual(1_500);
    await harness.node.hangUp(call.callId);
    await until(call.callId, 'ended');
    expect(ended(call.callId)).toMatchObject({ cause: 16, answered: true });
  });

  it('stops a playback in the middle', async () => {
    const call = order('01');
    await harness.node.originate(call);
    await until(call.callId, 'answered');
    await harness.node.play(call.callId, `${call.callId}-1`, [harness.media.long]);
    await until(call.callId, 'playback-started');
    await harness.node.stopPlayback(`${call.callId}-1`);
    await until(call.callId, 'playback-ended');
    expect(of(call.callId).at(-1)).toMatchObject({ type: 'playback-ended', completed: false });
    await expect(harness.node.stopPlayback(`${call.callId}-1`)).resolves.toBeUndefined();
  });

  it('ends the playback, incomplete, before the call that it was played to', async () => {
    const call = order('22');
    await harness.node.originate(call);
    await until(call.callId, 'answered');
    await harness.node.play(call.callId, `${call.callId}-1`, [harness.media.long]);
    await until(call.callId, 'ended');
    expect(of(call.callId).slice(-2)).toMatchObject([
      { type: 'playback-ended', completed: false },
      { type: 'ended', answered: true },
    ]);
  });

  it('hears a key while it plays', async () => {
    const call = order('02');
    await harness.node.originate(call);
    await until(call.callId, 'answered');
    await harness.node.play(call.callId, `${call.callId}-1`, [harness.media.long]);
    await until(call.callId, 'key');
    expect(saw(call.callId, 'playback-ended')).toBe(false);
  });

  it('hangs up a call that still rings', async () => {
    const call = order('12', { ringSeconds: 60 });
    await harness.node.originate(call);
    await until(call.callId, 'ringing');
    await harness.node.hangUp(call.callId);
    await until(call.callId, 'ended');
    expect(ended(call.callId)).toMatchObject({ answered: false });
  });

  it('refuses a second call under the id of a living one, and leaves that one alone', async () => {
    const call = order('01');
    await harness.node.originate(call);
    await until(call.callId, 'answered');
    const refusal = { name: 'OriginateRefused', reason: 'already-live' };
    await expect(harness.node.originate({ ...call, number: number('02') })).rejects.toMatchObject(refusal);
    expect(ended(call.callId)).toBeUndefined();
    await harness.node.hangUp(call.callId);
    await until(call.callId, 'ended');
  });

  it.each(['', '1390001', '+86139x', '+8613900010001&PJSIP/2', '+8613900010001/x'])(
    'refuses to dial %p',
    async (bad) => {
      const call = order('01', { number: bad });
      await expect(harness.node.originate(call)).rejects.toMatchObject({ reason: 'refused' });
      expect(of(call.callId)).toEqual([]);
    },
  );

  it('lists living calls and whether they are answered', async () => {
    const rings = order('12', { ringSeconds: 60 });
    const talks = order('01');
    await Promise.all([harness.node.originate(rings), harness.node.originate(talks)]);
    await Promise.all([until(rings.callId, 'ringing'), until(talks.callId, 'answered')]);
    const live = await harness.node.liveCalls();
    expect(live.find(({ callId }) => callId === rings.callId)?.answered).toBe(false);
    expect(live.find(({ callId }) => callId === talks.callId)?.answered).toBe(true);
    await Promise.all([harness.node.hangUp(rings.callId), harness.node.hangUp(talks.callId)]);
    await Promise.all([until(rings.callId, 'ended'), until(talks.callId, 'ended')]);
    const left = (await harness.node.liveCalls()).map(({ callId }) => callId);
    expect(left).not.toContain(rings.callId);
    expect(left).not.toContain(talks.callId);
  });

  it('says CallGone for a call that has ended, and forgives hanging it up', async () => {
    const call = order('11');
    await harness.node.originate(call);
    await until(call.callId, 'ended');
    await expect(harness.node.play(call.callId, 'late', [harness.media.short])).rejects.toBeInstanceOf(
      CallGone,
    );
    await expect(harness.node.answer(call.callId)).rejects.toBeInstanceOf(CallGone);
    await expect(harness.node.hangUp(call.callId)).resolves.toBeUndefined();
    await expect(harness.node.stopPlayback('never-played')).resolves.toBeUndefined();
  });

  it('places nothing while disconnected, and finds its living calls again afterwards', async () => {
    const call = order('01');
    await harness.node.originate(call);
    await until(call.callId, 'answered');
    await harness.node.disconnect();
    expect(harness.node.state()).toBe('down');
    await expect(harness.node.originate(order('01'))).rejects.toMatchObject({ reason: 'unreachable' });
    await harness.node.connect(15_000);
    expect(harness.node.state()).toBe('up');
    expect((await harness.node.liveCalls()).map(({ callId }) => callId)).toContain(call.callId);
    const states = harness.events.filter(({ type }) => type === 'node-state').slice(-2);
    expect(states).toMatchObject([{ state: 'down' }, { state: 'up' }]);
    await harness.node.hangUp(call.callId);
    await until(call.callId, 'ended');
    expect(ended(call.callId)).toMatchObject({ answered: true });
  });
}

function keysOf(events: readonly CallEvent[]): string {
  return events.map((event) => (event.type === 'key' ? event.key : '')).join('');
}
