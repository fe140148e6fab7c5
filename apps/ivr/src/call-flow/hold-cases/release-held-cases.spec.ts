import { COMMON_ERRORS, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { DomainError, FixedClock } from '@switchyard/platform';
import { CallTraces, type HeldCase, HeldCases } from './held-cases.port';
import { ReleaseHeldCases } from './release-held-cases.use-case';

class Cases extends HeldCases {
  due: HeldCase[] = [];
  readonly released: string[] = [];
  readonly postponed: { problem: string; inSeconds: number }[] = [];
  deferred = 0;

  constructor(private readonly clock: FixedClock) {
    super();
  }

  async hold(): Promise<void> {}

  async find(): Promise<undefined> {}

  async take(): Promise<readonly HeldCase[]> {
    return this.due.splice(0);
  }

  async release(id: string): Promise<void> {
    this.released.push(id);
  }

  async postpone(_id: string, nextTryAt: Date, problem: string): Promise<void> {
    const inSeconds = (nextTryAt.getTime() - this.clock.now().getTime()) / 1_000;
    this.postponed.push({ problem, inSeconds });
  }

  async defer(): Promise<void> {
    this.deferred += 1;
  }

  async waiting(): Promise<{ count: number; oldest: null }> {
    return { count: this.due.length, oldest: null };
  }
}

class Traces extends CallTraces {
  over = true;
  readonly forgotten: string[] = [];
  numberStandsIn: string[] = [];

  async toForget(): Promise<readonly string[]> {
    return [];
  }

  async forget(callId: string): Promise<void> {
    this.forgotten.push(callId);
  }

  async isOver(): Promise<boolean> {
    return this.over;
  }

  async remaining(): Promise<readonly string[]> {
    return this.numberStandsIn;
  }

  readonly unlinked: string[] = [];
  async unlink(callId: string): Promise<void> {
    this.unlinked.push(callId);
  }
}

function setUp(answer: () => unknown = () => ({})) {
  const clock = new FixedClock();
  const cases = new Cases(clock);
  const traces = new Traces();
  const sent: Record<string, unknown>[] = [];
  const client = {
    call: async (_operation: unknown, request: object) => {
      sent.push({ ...request });
      return answer();
    },
  };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const release = new ReleaseHeldCases(cases, traces, client as never, clock, quiet);
  return { cases, traces, sent, release };
}

const held = (over: Partial<HeldCase> = {}): HeldCase => ({
  id: 'h1',
  reference: 'anonymous:h1',
  callId: 'c1',
  anonymous: true,
  order: { kind: 'complaint', text: '…' },
  tries: 0,
  ...over,
});

describe('an anonymous case that waits', () => {
  it('goes out once the number stands nowhere, without its call', async () => {
    const { cases, traces, sent, release } = setUp();
    cases.due = [held()];
    await release.execute();
    expect(traces.forgotten).toEqual(['c1']);
    expect(traces.unlinked).toEqual(['c1']);
    expect(sent).toEqual([{ kind: 'complaint', text: '…', reference: 'anonymous:h1' }]);
    expect(cases.released).toEqual(['h1']);
  });

  it('goes out with the code that its caller was told', async () => {
    const { cases, sent, release } = setUp();
    cases.due = [held({ order: { kind: 'complaint', text: '…', queryCode: '12345678' } })];
    await release.execute();
    expect(sent).toMatchObject([{ queryCode: '12345678' }]);
  });

  it('goes out with another code rather than never', async () => {
    let tries = 0;
    const { cases, sent, release } = setUp(() => {
      if ((tries += 1) > 1) return {};
      throw new DomainError(WORK_ORDER_ERRORS.queryCodeNotReserved, 'not reserved');
    });
    cases.due = [held({ order: { kind: 'complaint', text: '…', queryCode: '12345678' } })];
    await release.execute();
    expect(sent[1]).toEqual({ kind: 'complaint', text: '…', reference: 'anonymous:h1' });
    expect(cases.released).toEqual(['h1']);
  });

  it('does not go out while the call goes on, and that costs no try', async () => {
    const { cases, traces, sent, release } = setUp();
    traces.over = false;
    cases.due = [held()];
    await release.execute();
    expect({ sent, deferred: cases.deferred, postponed: cases.postponed }).toEqual({
      sent: [],
      deferred: 1,
      postponed: [],
    });
  });

  it('does not go out while the number stands anywhere', async () => {
    const { cases, traces, sent, release } = setUp();
    traces.numberStandsIn = ['pbx.cel'];
    cases.due = [held()];
    await release.execute();
    expect(sent).toEqual([]);
    expect(cases.postponed).toEqual([{ problem: 'number in pbx.cel', inSeconds: 5 }]);
  });
});

describe('a case that cannot be delivered', () => {
  const away = () => {
    throw new DomainError(COMMON_ERRORS.unavailable, 'ticket does not answer');
  };

  it('is tried again for ever, ever more rarely', async () => {
    const { cases, release } = setUp(away);
    for (const tries of [0, 1, 5, 100]) {
      cases.due = [held({ tries, anonymous: false })];
      await release.execute();
    }
    expect(cases.postponed.map(({ inSeconds }) => inSeconds)).toEqual([5, 10, 160, 3_600]);
    expect(cases.postponed[0]?.problem).toBe('service.unavailable');
  });

  it('does not stop the others', async () => {
    let first = true;
    const { cases, release } = setUp(() => {
      if (!first) return {};
      first = false;
      return away();
    });
    cases.due = [held({ id: 'h1' }), held({ id: 'h2' })];
    await release.execute();
    expect(cases.released).toEqual(['h2']);
  });
});
