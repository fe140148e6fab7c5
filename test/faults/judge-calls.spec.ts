import type { ReceivedCall } from '@switchyard/testing';
import { type CallEvidence, isDoubleDial, judgeCalls, liveCalls } from './judge-calls';

const NUMBER = '+8613900110001';
const SPACING = { busy: 3, noAnswer: 4, rejected: 4, switchedOff: 4, technical: 1, floor: 3 };
const NEVER = Number.POSITIVE_INFINITY;

/** Seconds from an arbitrary moment. */
const at = (seconds: number) => 1_790_000_000_000 + seconds * 1000;

let serial = 0;
function call(from: number, to: number | undefined, more: Partial<ReceivedCall> = {}): ReceivedCall {
  const ended = to === undefined ? {} : { endedAt: at(to), end: 'refused' as const, status: 486 };
  return {
    number: NUMBER,
    from: '95598',
    sipCallId: `call-${serial++}`,
    invitedAt: at(from),
    keys: '',
    ...ended,
    ...more,
  };
}

const answered = (from: number, to: number | undefined, more: Partial<ReceivedCall> = {}) =>
  call(from, to, { answeredAt: at(from), end: 'pbx-hung-up', status: undefined, ...more });

const rung = (from: number, to: number) => call(from, to, { end: 'cancelled', status: undefined });

function judge(calls: readonly ReceivedCall[], more: Partial<CallEvidence> = {}) {
  const settledAt = new Map([[NUMBER, at(1000)]]);
  const given = { deaths: [], settledAt, spacing: SPACING, ringSeconds: 6, attemptCap: 3 };
  return judgeCalls({ ...given, calls, ...more });
}
const kinds = (...given: Parameters<typeof judge>) => judge(...given).map(({ kind }) => kind);

describe('nothing is wrong with', () => {
  it.each<[string, ReceivedCall[]]>([
    ['no call at all', []],
    ['one call', [answered(0, 20)]],
    ['three attempts, each after its spacing', [call(0, 1), call(4, 5), call(8, 9)]],
    ['a call after ringing in vain', [rung(0, 6), rung(10, 16)]],
    ['backing off from congestion', [call(0, 0, { status: 503 }), call(1, 1, { status: 503 })]],
    ['a PBX that saw the end of its own call a little earlier', [rung(0, 6), call(9.8, 11)]],
    ['calls in any order of the log', [call(4, 5), call(0, 1)]],
    [
      'ten congestions: they cost no attempt',
      Array.from({ length: 10 }, (_, nth) => call(nth * 10, nth * 10, { status: 503 })),
    ],
    [
      'three attempts and one that was cut while it rang',
      [rung(0, 2), rung(10, 16), rung(20, 26), rung(30, 36)],
    ],
  ])('%s', (_, calls) => {
    expect(judge(calls)).toEqual([]);
  });
});

describe('a second call that should not be', () => {
  it('is found when it comes after the settlement', () => {
    const findings = judge([call(0, 1), call(10, 11)], { settledAt: new Map([[NUMBER, at(5)]]) });
    expect(findings).toMatchObject([{ kind: 'after-settlement', number: NUMBER, at: at(10) }]);
    expect(findings[0]?.detail).toContain('5000 ms');
  });

  it('is found one millisecond after the settlement', () => {
    expect(kinds([call(5.001, 6)], { settledAt: new Map([[NUMBER, at(5)]]) })).toEqual(['after-settlement']);
  });

  it('is found while the first one lives', () => {
    expect(kinds([answered(0, 20), answered(10, 30)])).toEqual(['overlap']);
  });

  it('is found while the first one rings', () => {
    expect(kinds([rung(0, 6), rung(5, 11)])).toEqual(['overlap']);
  });

  it('is found when the first one never ended', () => {
    expect(kinds([answered(0, undefined), answered(100, 120)])).toEqual(['overlap', 'never-ended']);
  });

  it.each<[string, ReceivedCall, number]>([
    ['busy', call(0, 1), 3.98],
    ['declined', call(0, 1, { status: 603 }), 4.7],
    ['switched off', call(0, 1, { status: 480 }), 4.7],
    ['no response', call(0, 1, { status: 408 }), 4.7],
    ['ringing in vain', rung(0, 6), 9.7],
    ['an answer', answered(0, 10), 12.7],
    ['ringing that was cut', rung(0, 2), 4.7],
    ['a status of no meaning', call(0, 1, { status: 488 }), 3.7],
    ['congestion', call(0, 1, { status: 503 }), 1.7],
  ])('is found when it comes too soon after %s', (_, first, second) => {
    expect(kinds([first, call(second, second + 1)])).toEqual(['too-soon']);
  });

  it('is found where nobody asked for any', () => {
    expect(kinds([call(0, 1)], { settledAt: new Map() })).toEqual(['stranger']);
  });

  it('is no finding when another number is called', () => {
    const other = call(0.5, 2, { number: '+8613900110002' });
    const settledAt = new Map([NUMBER, other.number].map((number) => [number, NEVER]));
    expect(judge([call(0, 3), other], { settledAt })).toEqual([]);
  });
});

describe('the cap', () => {
  it('is broken by a fourth call that the customer decided', () => {
    expect(judge([call(0, 1), call(10, 11), call(20, 21), call(30, 31)])).toMatchObject([
      { kind: 'over-cap', at: at(30) },
    ]);
  });

  it('counts an answered call that the PBX died under', () => {
    const calls = [answered(0, undefined), call(10, 11), call(20, 21), call(30, 31)];
    expect(kinds(calls, { deaths: [{ from: at(2), to: at(4) }] })).toEqual(['over-cap']);
  });

  it('is told apart from dialling twice', () => {
    const [finding] = judge([call(0, 1), call(10, 11), call(20, 21), call(30, 31)]);
    expect(finding && isDoubleDial(finding)).toBe(false);
  });
});

describe('the death of the PBX', () => {
  const deaths = [{ from: at(5), to: at(8) }];

  it('ends its calls, though nobody says good-bye', () => {
    expect(judge([answered(0, undefined), answered(12, 20)], { deaths })).toEqual([]);
  });

  it('ends a call whose INVITE was read from the wire only afterwards', () => {
    expect(judge([call(5.01, undefined), call(12, 13)], { deaths })).toEqual([]);
  });

  it('ends a call whose subscriber hangs up later, into nothing', () => {
    const orphan = answered(0, 30, { end: 'subscriber-hung-up' });
    expect(judge([orphan, answered(12, 20)], { deaths })).toEqual([]);
  });

  it('is no excuse for calling again too soon', () => {
    const quick = [{ from: at(5), to: at(6) }];
    expect(kinds([answered(0, undefined), answered(7, 20)], { deaths: quick })).toEqual(['too-soon']);
  });

  it('ends no call that came after it', () => {
    expect(kinds([answered(9, undefined)], { deaths })).toEqual(['never-ended']);
  });

  it('does not make a call shorter that had ended before', () => {
    const late = [{ from: at(5), to: at(5.5) }];
    expect(kinds([call(0, 4.9), call(7, 8)], { deaths: late })).toEqual(['too-soon']);
  });
});

test('live calls are those without an end that the PBX did not take with it', () => {
  const calls = [answered(0, 20), answered(0, undefined), answered(9, undefined)];
  expect(liveCalls(calls, [{ from: at(5), to: at(8) }])).toBe(1);
});
