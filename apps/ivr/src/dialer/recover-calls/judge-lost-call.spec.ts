import type { CallRecord } from '../../telephony/call-records';
import type { EndedCall } from '../conduct-call/call-in-hand';
import { judgeLostCall, type LostCallFacts } from './judge-lost-call';
import type { LostCall } from './lost-calls.port';
import type { LiveCall } from '../../telephony/telephony.port';

const NOW = new Date('2026-03-02T02:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

const call = (overrides: Partial<LostCall> = {}) =>
  ({ id: 'c1', state: 'dialling', originatedAt: ago(60), ...overrides }) as LostCall;
const record = { callId: 'c1', cause: 17, endedAt: ago(50) } as CallRecord;
const live: LiveCall = {
  callId: 'c1',
  answered: true,
  startedAt: ago(60),
  direction: 'outbound',
  from: '',
  to: '',
  inHand: true,
};
const seen = (endedAt: Date) => ({ endedAt }) as EndedCall;

const facts = (overrides: Partial<LostCallFacts>): LostCallFacts => ({
  call: call(),
  live: undefined,
  record: undefined,
  seen: undefined,
  now: NOW,
  ...overrides,
});

describe('a call that nobody follows', () => {
  it.each<[string, LostCallFacts, object]>([
    ['is adopted while it lives', facts({ live }), { type: 'adopt', answered: true }],
    ['is hung up when it outlived its own hang-up', facts({ live, seen: seen(ago(9)) }), { type: 'hang-up' }],
    [
      'is settled from the records',
      facts({ record }),
      { type: 'settle', evidence: 'reported', source: 'pbx-records' },
    ],
    [
      'goes back when it was never dialled',
      facts({ call: call({ state: 'claimed', originatedAt: null }) }),
      { type: 'withdraw' },
    ],
    ['waits while records may be late', facts({ call: call({ originatedAt: ago(5) }) }), { type: 'wait' }],
    ['waits after its end was missed just now', facts({ seen: seen(ago(5)) }), { type: 'wait' }],
    [
      'counts as unknown when it left no trace',
      facts({}),
      { type: 'settle', evidence: 'lost', source: 'none' },
    ],
  ])('%s', (_name, given, verdict) => {
    expect(judgeLostCall(given)).toMatchObject(verdict);
  });

  it('was dialled if the PBX has a record of it, whatever our row says', () => {
    const given = facts({ call: call({ state: 'claimed', originatedAt: null }), record });
    expect(judgeLostCall(given)).toMatchObject({ type: 'settle', evidence: 'reported' });
  });
});
