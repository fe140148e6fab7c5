import { Readable } from 'node:stream';
import { FindCustomer, OpenWorkOrder, type Operation } from '@switchyard/contracts';
import { Logger, MetricsRegistry } from '@switchyard/platform';
import { SilentPrompts } from '../../../test/silent-prompts';
import { SimulatedNode, type SubscriberScript, VirtualScheduler } from '../../telephony/simulator';
import type { CallEvent, EnqueueOrder } from '../../telephony/telephony.port';
import { assembleCallFlow } from '../assemble-call-flow';
import { FlowStores } from '../testing/default-flow-stores';
import { MemoryInboundCalls } from '../testing/memory-inbound-calls';
import type { CallInFlow } from '../run-call/call-in-flow';
import { BEGINNING } from './begin-in-turn';
import type { ServeCallers, ServeCallersParts } from './serve-callers';

const CALLER = '+8613900010001';
const START = Date.parse('2026-03-02T01:00:00Z');
const PATIENT: SubscriberScript = { fate: 'answers', ringMs: 0, keys: [] };
/** Milliseconds that a segment of a prompt plays. */
const SEGMENT_MS = 100;

class World {
  readonly scheduler = new VirtualScheduler(START);
  readonly calls = new MemoryInboundCalls();
  readonly stores = new FlowStores();
  readonly queued: { callId: string; order: EnqueueOrder }[] = [];
  readonly heard: string[] = [];
  readonly orders: object[] = [];
  readonly lines = new Set<string>();
  readonly node = new SimulatedNode({
    name: 'pbx-1',
    lines: 300,
    scheduler: this.scheduler,
    playbackMs: () => SEGMENT_MS,
    queueFate: (callId, order) => {
      this.queued.push({ callId, order });
      return { fate: 'open' };
    },
  });
  callers: ServeCallers = this.process();
  notice: (stillWanted: () => boolean) => Promise<boolean> = async () => false;

  static async start(): Promise<World> {
    const world = new World();
    await world.stores.flows.refresh();
    await world.node.connect(1_000);
    return world;
  }

  /** Another process takes the node over: the one before is no more, whatever it was doing. */
  async crash(): Promise<void> {
    await this.settle();
    this.callers = this.process();
    await this.callers.resynchronise(this.node);
  }

  ring(from = CALLER): string {
    return this.node.receiveCall(from, '95598', PATIENT);
  }

  /** Lets time pass, and what is written behind the calls' backs be written. */
  async pass(ms: number): Promise<void> {
    await this.scheduler.advance(ms);
    await this.settle();
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await this.scheduler.advance(0);
  }

  state(callId: string): { node?: string; waits?: string } {
    return this.calls.row(callId)?.flowState ?? {};
  }

  /** A call as the process has it in hand. */
  inMemory(callId: string): CallInFlow {
    const { runner } = (this.callers as unknown as { parts: ServeCallersParts }).parts;
    const call = runner.all.find((each) => each.callId === callId);
    if (!call) throw new Error(`${callId} is in nobody's hands`);
    return call;
  }

  private answer({ subject }: Operation<object, object>, request: object): unknown {
    if (subject === FindCustomer.subject) return { accounts: [] };
    if (subject !== OpenWorkOrder.subject) throw new Error(`nobody answers ${subject}`);
    this.orders.push(request);
    return { number: 'W20260302-000001', queryCode: '40000001' };
  }

  private process(): ServeCallers {
    const callers = assembleCallFlow({
      flows: this.stores.flows,
      calls: this.calls,
      cases: {} as never,
      queryCodes: {} as never,
      records: { find: async () => new Map(), numbersOf: async () => new Map() },
      prompts: new SilentPrompts(SEGMENT_MS),
      client: {
        call: async (operation: Operation<object, object>, request: object) =>
          this.answer(operation, request),
      } as never,
      files: { put: async () => undefined } as never,
      recordings: {
        open: async () => Readable.from('RIFF'),
        remove: async () => undefined,
        seconds: async () => 9,
      },
      unit: { 'zh-CN': '江城', en: '江城' },
      trunk: 'trunk',
      calendar: () => undefined,
      scheduler: this.scheduler,
      clock: { now: () => new Date(this.scheduler.now()) },
      metrics: new MetricsRegistry('ivr'),
      logger: Logger.silent(),
      random: () => 0.5,
    });
    callers.useLines({
      take: (_node, callId) => this.lines.add(callId),
      free: (callId) => this.lines.delete(callId),
    });
    this.node.onEvent((event) => this.hear(callers, event));
    return callers;
  }

  private hear(callers: ServeCallers, event: CallEvent): void {
    if (event.type === 'node-state') return;
    if (event.type === 'playback-started') this.heard.push(event.callId);
    if (event.type === 'incoming')
      callers.receive(this.node, event, (stillWanted) => this.notice(stillWanted));
    else callers.handle(event);
  }
}

let world: World;
beforeEach(async () => {
  world = await World.start();
});

describe('a caller who returned a missed notice call', () => {
  /** The dialer has the call until its notice is told. */
  async function told(human: boolean) {
    const world = await World.start();
    world.notice = async () => true;
    const callId = world.ring();
    await world.pass(1_000);
    await world.node.answer(callId);
    world.callers.goOnAfterNotice(world.node, {
      callId,
      from: CALLER,
      to: '95598',
      language: 'zh-CN' as const,
      human,
    });
    await world.pass(50);
    return { world, callId };
  }

  it('goes on in the menu when it has heard its notice, and is a call like any other (T1.8)', async () => {
    const { world, callId } = await told(false);
    expect(world.state(callId).node).toBe('after-notice');
    world.node.press(callId, '1');
    await world.pass(200);
    expect(world.state(callId).node).toBe('self-service');
    expect(world.calls.row(callId)).toMatchObject({ fromNumber: CALLER, phase: 'menu' });
    world.node.callerHangsUp(callId);
    await world.pass(100);
    expect(world.calls.row(callId)).toMatchObject({ phase: 'ended', endReason: 'caller-hung-up' });
    expect(world.lines.size).toBe(0);
  });

  it('is queued for a human at once when that was the wish', async () => {
    const { world, callId } = await told(true);
    expect(world.queued).toMatchObject([{ callId, order: { queue: 'general' } }]);
  });

  it('is led to the queue by a process that ends', async () => {
    const world = await World.start();
    world.notice = async () => true;
    const callId = world.ring();
    await world.pass(1_000);
    await world.node.answer(callId);
    await world.callers.stop(AbortSignal.abort());
    const caller = { callId, from: CALLER, to: '95598', language: 'en' as const, human: false };
    world.callers.goOnAfterNotice(world.node, caller);
    await world.pass(100);
    expect(world.queued).toMatchObject([{ callId, order: { language: 'en' } }]);
  });
});

describe('a caller', () => {
  it('is greeted, takes a line, and gives it back', async () => {
    const callId = world.ring();
    await world.pass(500);
    expect(world.heard).toContain(callId);
    expect(world.lines).toContain(callId);
    world.node.callerHangsUp(callId);
    await world.pass(0);
    expect(world.lines.size).toBe(0);
    expect(world.calls.row(callId)).toMatchObject({
      phase: 'ended',
      endReason: 'caller-hung-up',
      flowState: null,
    });
  });

  it('who missed a notice call hears the notice, and no menu', async () => {
    world.notice = async () => true;
    const callId = world.ring();
    await world.pass(500);
    expect(world.lines.size).toBe(0);
    expect(world.calls.row(callId)).toBeUndefined();
  });

  it('hears the menu when missed notices cannot be asked for', async () => {
    world.notice = async () => {
      throw new Error('the database is away');
    };
    const callId = world.ring();
    await world.pass(500);
    expect(world.heard).toContain(callId);
  });

  it('is queued where no flow is in force', async () => {
    world.stores.published = [];
    await world.stores.changed();
    const callId = world.ring();
    await world.pass(500);
    expect(world.queued).toMatchObject([{ callId, order: { queue: 'general' } }]);
  });

  it('waits for its turn when more come than can be begun, and hears it ring', async () => {
    const answer = jest.spyOn(world.node, 'answer').mockImplementation(() => new Promise(() => undefined));
    const ring = jest.spyOn(world.node, 'ring');
    const callIds = Array.from({ length: BEGINNING.atOnce + 1 }, () => world.ring(''));
    const [first = '', last = ''] = [callIds[0], callIds.at(-1)];
    await world.pass(BEGINNING.slotMs - 1_000);
    expect(answer).toHaveBeenCalledTimes(BEGINNING.atOnce);
    expect(ring.mock.calls).toEqual([[last]]);
    expect(world.callers.waitingToBegin).toBe(1);
    world.node.callerHangsUp(first);
    await world.pass(500);
    expect(answer).toHaveBeenLastCalledWith(last);
  });

  it('is queued when its turn does not come', async () => {
    jest.spyOn(world.node, 'answer').mockImplementation(() => new Promise(() => undefined));
    for (let before = 0; before < 3 * BEGINNING.atOnce; before++) world.ring('');
    const last = world.ring('');
    await world.pass(BEGINNING.longestWaitMs);
    await world.pass(500);
    expect(world.queued.map(({ callId }) => callId)).toContain(last);
    world.node.leaveQueue(last, 'timeout');
    await world.pass(1_000);
    expect(world.inMemory(last).inHand).toBe(true);
  });

  it('is queued, and answered there, when the line cannot be answered', async () => {
    jest.spyOn(world.node, 'answer').mockRejectedValueOnce(new Error('no answer within 5000 ms'));
    const callId = world.ring();
    await world.pass(500);
    expect(world.queued).toMatchObject([{ callId, order: { queue: 'general' } }]);
    expect(world.lines).not.toContain(callId);
  });

  it('is not hung up when the order to queue it is not answered: perhaps it waits there', async () => {
    jest.spyOn(world.node, 'answer').mockRejectedValueOnce(new Error('no answer within 5000 ms'));
    jest.spyOn(world.node, 'enqueue').mockRejectedValueOnce(new Error('no answer within 5000 ms'));
    const hangUp = jest.spyOn(world.node, 'hangUp');
    world.ring();
    await world.pass(500);
    expect(hangUp).not.toHaveBeenCalled();
  });

  it('who waits long in a menu is not taken for forgotten', async () => {
    const callId = world.ring();
    for (let seconds = 0; seconds < 90; seconds += 2) {
      await world.scheduler.advance(2_000);
      if (world.lines.has(callId)) world.node.press(callId, '*');
    }
    await world.settle();
    expect(world.queued).toEqual([]);
    expect(world.lines).toContain(callId);
  });

  it('costs nobody else anything when the own flow fails: a human takes over', async () => {
    const broken = world.ring();
    const other = world.ring();
    await world.pass(500);
    const call = world.inMemory(broken);
    Object.assign(call, { state: { ...call.state, node: 'not a node of this flow' } });
    world.node.press(broken, '1');
    await world.pass(500);
    expect(world.queued).toMatchObject([{ callId: broken, order: { queue: 'general' } }]);
    expect(world.lines).toContain(other);
  });
});

describe('when the process dies', () => {
  async function inSelfService(): Promise<string> {
    const callId = world.ring();
    await world.pass(3_000);
    world.node.press(callId, '1');
    await world.pass(1_500);
    expect(world.state(callId).node).toBe('self-service');
    return callId;
  }

  it('a caller in a menu hears it again from the next process', async () => {
    const callId = await inSelfService();
    await world.crash();
    world.heard.length = 0;
    await world.pass(500);
    expect(world.heard).toContain(callId);
    expect(world.state(callId).node).toBe('self-service');
    expect(world.lines).toContain(callId);
  });

  it('a caller in the middle of the first words hears them again', async () => {
    const callId = world.ring();
    await world.pass(50);
    expect(world.state(callId).node).toBe('greeting');
    await world.crash();
    world.heard.length = 0;
    await world.pass(1_500);
    expect(world.heard).toContain(callId);
    await world.pass(3_500);
    expect(world.state(callId).node).toBe('main-menu');
  });

  it('a caller whom the process before had not answered yet is answered', async () => {
    jest.spyOn(world.node, 'answer').mockImplementationOnce(() => new Promise(() => undefined));
    const callId = world.ring();
    await world.pass(150);
    expect(world.state(callId).waits).toBe('answer');
    await world.crash();
    await world.pass(5_000);
    expect(world.state(callId).node).toBe('main-menu');
  });

  it('a caller whose time is almost over when the next process comes stays in the menu', async () => {
    const callId = world.ring();
    await world.pass(14_000);
    await world.settle();
    world.callers.dropAll(world.node);
    await world.pass(25_000);
    await world.crash();
    await world.pass(10_000);
    expect(world.calls.row(callId)?.phase).toBe('menu');
    expect(world.inMemory(callId).inHand).toBe(true);
  });

  it('a caller of whom nothing was stored begins anew', async () => {
    const callId = await inSelfService();
    world.calls.rows.clear();
    await world.crash();
    await world.pass(3_000);
    expect(world.state(callId).node).toBe('main-menu');
  });

  it('a caller who hears a notice is left to the dialer', async () => {
    const callId = await inSelfService();
    world.calls.notices.push(callId);
    await world.crash();
    world.heard.length = 0;
    await world.pass(500);
    expect(world.heard).toEqual([]);
  });

  it('a caller in the queue stays there, and is known when the queue lets go', async () => {
    const callId = await inSelfService();
    world.node.press(callId, '0');
    await world.pass(500);
    expect(world.calls.row(callId)?.phase).toBe('queue');
    await world.crash();
    expect(world.queued).toHaveLength(1);
    world.node.leaveQueue(callId, 'served', '1001');
    await world.pass(1_000);
    expect(world.calls.row(callId)).toMatchObject({
      phase: 'after-agent',
      agent: '1001',
      fromNumber: CALLER,
    });
    expect(world.state(callId).node).toBe('rating');
  });

  it('a caller who hung up meanwhile has ended', async () => {
    const callId = await inSelfService();
    world.node.onEvent(() => undefined);
    world.node.callerHangsUp(callId);
    await world.crash();
    expect(world.calls.row(callId)).toMatchObject({ phase: 'ended', endReason: 'unseen', flowState: null });
  });

  it('the message of a caller who hung up meanwhile becomes a work order all the same', async () => {
    const callId = world.ring();
    await world.pass(3_000);
    for (const key of ['3', '3']) {
      world.node.press(callId, key);
      await world.pass(1_000);
    }
    await world.pass(4_000);
    expect(world.state(callId)).toMatchObject({ node: 'record-suggestion', waits: 'recording' });
    world.node.onEvent(() => undefined);
    world.node.callerHangsUp(callId);
    await world.crash();
    await world.pass(1_000);
    expect(world.orders).toMatchObject([{ kind: 'suggestion', reference: `call:${callId}:1` }]);
    expect(world.calls.row(callId)).toMatchObject({ phase: 'ended', endReason: 'unseen' });
  });

  it('two hundred callers at once go on', async () => {
    const callIds = Array.from({ length: 200 }, () => world.ring());
    await world.pass(4_000);
    await world.crash();
    world.heard.length = 0;
    await world.pass(1_000);
    expect(new Set(world.heard).size).toBe(200);
    for (const callId of callIds) world.node.callerHangsUp(callId);
    await world.pass(500);
    expect(world.lines.size).toBe(0);
    expect(callIds.every((callId) => world.calls.row(callId)?.phase === 'ended')).toBe(true);
  });
});

describe('comparing with the pbx', () => {
  it('ends a call whose end nobody told', async () => {
    const callId = world.ring();
    await world.pass(5_000);
    const { callers } = world;
    world.node.onEvent(() => undefined);
    world.node.callerHangsUp(callId);
    await callers.resynchronise(world.node);
    await world.settle();
    expect(world.lines.size).toBe(0);
    expect(world.calls.row(callId)).toMatchObject({ phase: 'ended', endReason: 'unseen' });
  });

  it.each([
    ['once where they were told of meanwhile', true, 1],
    ['twice where nobody told of them', false, 2],
  ])('lists callers who came in just now %s', async (_when, told, times) => {
    const caller = { callId: 'new', from: CALLER, to: '95598' };
    const list = jest
      .spyOn(world.node, 'liveCalls')
      .mockResolvedValueOnce([
        { ...caller, answered: false, inHand: true, direction: 'inbound', startedAt: new Date(START) },
      ]);
    const compared = world.callers.resynchronise(world.node);
    const incoming = { ...caller, type: 'incoming', entry: 'line', at: START } as const;
    if (told) world.callers.receive(world.node, incoming, async () => true);
    await compared;
    await world.pass(4_000);
    expect(list).toHaveBeenCalledTimes(times);
  });

  it('leaves a caller alone who joins the queue, or comes back from it, while the pbx is being asked', async () => {
    const joins = world.ring();
    const returns = world.ring();
    await world.pass(3_000);
    world.node.press(returns, '0');
    await world.pass(20_000);
    const before = await world.node.liveCalls();
    world.node.liveCalls = async () => {
      world.node.press(joins, '0');
      world.node.leaveQueue(returns, 'served', '1001');
      await world.pass(1_000);
      return before;
    };
    await world.callers.resynchronise(world.node);
    await world.pass(1_000);
    expect(world.inMemory(joins)).toMatchObject({ inHand: false, state: { waits: 'queue' } });
    expect(world.calls.row(joins)?.phase).toBe('queue');
    expect(world.state(returns).node).toBe('rating');
  });

  it('begins no call twice while it is being decided who takes it', async () => {
    let decide: (told: boolean) => void = () => undefined;
    world.notice = () => new Promise((resolve) => (decide = resolve));
    const callId = world.ring();
    await world.pass(4_000);
    await world.callers.resynchronise(world.node);
    expect(world.lines.size).toBe(0);
    decide(false);
    await world.pass(500);
    expect([...world.lines]).toEqual([callId]);
  });
});

describe('when the node is given up', () => {
  it('no caller is begun of whom it was just being decided who takes the call', async () => {
    let decide: (told: boolean) => void = () => undefined;
    world.notice = () => new Promise((resolve) => (decide = resolve));
    const callId = world.ring();
    await world.pass(500);
    world.callers.dropAll(world.node);
    decide(false);
    await world.pass(500);
    expect(world.lines.size).toBe(0);
    expect(world.calls.row(callId)).toBeUndefined();
  });
});

describe('when the process is asked to end', () => {
  it('callers in menus go on until the time is over, then are led to the queue with what is known of them', async () => {
    const callId = world.ring();
    await world.pass(3_000);
    const deadline = new AbortController();
    let stopped = false;
    const stopping = world.callers.stop(deadline.signal).then(() => {
      stopped = true;
    });
    await world.pass(1_000);
    expect({ stopped, queued: world.queued.length }).toEqual({ stopped: false, queued: 0 });
    deadline.abort();
    await world.settle();
    await stopping;
    expect(world.queued).toMatchObject([{ callId, order: { queue: 'general' } }]);
    expect(world.calls.row(callId)).toMatchObject({ phase: 'queue', queue: 'general', fromNumber: CALLER });
    expect(world.lines.size).toBe(0);
  });

  it('callers in menus are led to the queue when the lease is over and the database cannot be asked', async () => {
    const callIds = [world.ring(), world.ring()];
    await world.pass(3_000);
    await world.callers.handOver(world.node);
    expect(world.queued.map(({ callId }) => callId)).toEqual(callIds);
    expect(world.lines.size).toBe(0);
  });

  it('does not wait for callers in the queue', async () => {
    const callId = world.ring();
    await world.pass(3_000);
    world.node.press(callId, '0');
    await world.pass(500);
    await world.callers.stop(new AbortController().signal);
    expect(world.lines.size).toBe(0);
    expect(world.calls.row(callId)?.phase).toBe('queue');
  });
});
