import type { OriginateOrder } from '../telephony.port';
import type { Contract } from './harness';

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

export function itDialsEveryFate(contract: Contract): void {
  describe('every fate of the number table', () => {
    const calls = new Map<string, OriginateOrder>();

    beforeAll(async () => {
      for (const { fate, ringSeconds = 20 } of FATES) calls.set(fate, contract.order(fate, { ringSeconds }));
      const orders = [...calls.values()];
      await Promise.all(orders.map((one) => contract.node.originate(one)));
      await contract.harness.until(
        'an answer or an end of every call',
        () => orders.every(({ callId }) => contract.saw(callId, 'answered') || contract.saw(callId, 'ended')),
        15_000,
      );
      const keyed = FATES.filter(({ keys }) => keys !== undefined);
      await contract.harness.until(
        'every key',
        () => keyed.every(({ fate, keys = '' }) => contract.keysOf(callIdOf(fate)).length >= keys.length),
        15_000,
      );
      await contract.harness.until(
        'the early hang-ups',
        () => ['21', '22'].every((fate) => contract.ended(callIdOf(fate)) !== undefined),
        15_000,
      );
      for (const { callId } of orders) await contract.node.hangUp(callId);
      await contract.harness.until(
        'every end',
        () => orders.every(({ callId }) => contract.ended(callId) !== undefined),
        15_000,
      );
    }, 90_000);

    const callIdOf = (fate: string): string => calls.get(fate)?.callId ?? '';

    it.each(FATES)('a subscriber who $what (fate $fate)', ({ fate, causes, answered, keys = '' }) => {
      const events = contract.of(callIdOf(fate));
      const end = events.at(-1);
      if (end?.type !== 'ended') throw new Error(`last event is ${end?.type ?? 'missing'}`);
      expect(causes).toContain(end.cause);
      expect(end.answered).toBe(answered);
      expect(events.filter(({ type }) => type === 'answered')).toHaveLength(answered ? 1 : 0);
      expect(contract.keysOf(callIdOf(fate))).toBe(keys);
    });

    it('tells of each end exactly once', () => {
      for (const { callId } of calls.values()) {
        expect(contract.of(callId).filter(({ type }) => type === 'ended')).toHaveLength(1);
      }
    });

    it('tells that it rings before anything else, where the network says so', () => {
      expect(contract.typesOf(callIdOf('12'))).toEqual(['ringing', 'ended']);
    });

    it('dates every event, in order', () => {
      for (const { callId } of calls.values()) {
        const times = contract.of(callId).map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    });

    it('leaves no call behind', async () => {
      const left = (await contract.node.liveCalls()).map(({ callId }) => callId);
      expect(left.filter((callId) => [...calls.values()].some((one) => one.callId === callId))).toEqual([]);
    });
  });
}
