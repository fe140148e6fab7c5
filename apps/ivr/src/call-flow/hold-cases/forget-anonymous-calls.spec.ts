import { ForgetAnonymousCalls } from './forget-anonymous-calls.use-case';
import { CallTraces } from './held-cases.port';

/** Calls with the places where their numbers stand; some of these can be emptied. */
class FakeTraces extends CallTraces {
  readonly unlinked: string[] = [];

  constructor(
    private readonly places: Map<string, string[]>,
    private readonly stays: readonly string[] = [],
    private readonly broken: readonly string[] = [],
  ) {
    super();
  }

  async toForget(): Promise<readonly string[]> {
    return [...this.places.keys()].filter((callId) => !this.unlinked.includes(callId));
  }

  async forget(callId: string): Promise<void> {
    if (this.broken.includes(callId)) throw new Error('permission denied for function forget_caller');
    this.places.set(callId, this.stays.includes(callId) ? ['pbx.cdr'] : []);
  }

  async remaining(callId: string): Promise<readonly string[]> {
    return this.places.get(callId) ?? [];
  }

  async unlink(callId: string): Promise<void> {
    this.unlinked.push(callId);
  }

  async isOver(): Promise<boolean> {
    return true;
  }
}

const calls = () =>
  new Map([
    ['c1', ['pbx.cel']],
    ['c2', ['pbx.cdr', 'inbound_calls']],
    ['c3', []],
  ]);

describe('a caller who asked not to be known and left no case', () => {
  it('stands in no record any more, and nothing leads from the call to who it was', async () => {
    const places = calls();
    const traces = new FakeTraces(places);
    await new ForgetAnonymousCalls(traces).execute();
    expect([...places.values()].flat()).toEqual([]);
    expect(traces.unlinked).toEqual(['c1', 'c2', 'c3']);
  });

  it.each<[string, string[], string[], RegExp]>([
    ['stands somewhere still', ['c1'], [], /1 callers .* still named: number in pbx\.cdr/],
    ['cannot be taken out', [], ['c1'], /1 callers .* still named: permission denied/],
  ])(
    'whose number %s is told of and tried again; the others are forgotten',
    async (_, stays, broken, told) => {
      const traces = new FakeTraces(calls(), stays, broken);
      await expect(new ForgetAnonymousCalls(traces).execute()).rejects.toThrow(told);
      expect(traces.unlinked).toEqual(['c2', 'c3']);
      expect(await traces.toForget()).toEqual(['c1']);
    },
  );
});
