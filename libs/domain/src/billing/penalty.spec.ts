import { localDate } from '../shared';
import { penaltyOf } from './penalty';
import { penaltyMethod } from './penalty-method';
import { parsePenaltyPolicy, STANDARD_PENALTY_POLICY } from './penalty-policy';

const late = (amountFen: number, dueDate: string) => ({ amountFen, dueDate: localDate(dueDate) });

describe('the penalty on arrears', () => {
  it.each([
    // amount, due, on, group, days late, penalty
    [10_000, '2026-03-20', '2026-03-20', 'resident', 0, 0],
    [10_000, '2026-03-20', '2026-03-19', 'resident', 0, 0],
    [10_000, '2026-03-20', '2026-03-21', 'resident', 1, 10],
    [10_000, '2026-03-20', '2026-04-20', 'resident', 31, 310],
    [10_000, '2026-03-20', '2026-03-30', 'organisation', 10, 200],
    [10_000, '2026-03-20', '2026-03-30', 'sole-trader', 10, 200],
    // eleven days of the old year, ten of the new one
    [10_000, '2025-12-20', '2026-01-10', 'organisation', 21, 11 * 20 + 10 * 30],
    [10_000, '2025-12-20', '2026-01-10', 'resident', 21, 210],
    [10_000, '2025-12-31', '2026-01-01', 'organisation', 1, 30],
    // 28 and 29 February
    [10_000, '2028-02-28', '2028-03-01', 'resident', 2, 20],
    // half a fen is rounded up, less than half is nothing
    [500, '2026-03-20', '2026-03-21', 'resident', 1, 1],
    [499, '2026-03-20', '2026-03-21', 'resident', 1, 0],
    [0, '2020-01-01', '2026-03-21', 'resident', 2271, 0],
    // a hundred million yuan, twenty years late: beyond what a double multiplies exactly
    [9_999_999_999, '2006-12-31', '2026-12-31', 'organisation', 7305, 219_149_999_978],
  ] as const)(
    'of %i fen due on %s is, on %s, for a %s: %i days, %i fen',
    (amount, due, on, group, days, fen) => {
      expect(penaltyOf(late(amount, due), group, STANDARD_PENALTY_POLICY, localDate(on))).toEqual({
        daysLate: days,
        penaltyFen: fen,
      });
    },
  );

  it('is at least the minimum, once there is one at all', () => {
    const policy = { ...STANDARD_PENALTY_POLICY, minimumFen: 100 };
    const on = localDate('2026-03-21');
    expect(penaltyOf(late(1_000, '2026-03-20'), 'resident', policy, on).penaltyFen).toBe(100);
    expect(penaltyOf(late(1_000, '2026-03-21'), 'resident', policy, on).penaltyFen).toBe(0);
    expect(penaltyOf(late(1_000_000, '2026-03-20'), 'resident', policy, on).penaltyFen).toBe(1_000);
  });

  it('takes rates with two decimals', () => {
    const rate = { sameYear: 0.25, laterYears: 0.5 };
    const policy = {
      ...STANDARD_PENALTY_POLICY,
      perMillePerDay: { ...STANDARD_PENALTY_POLICY.perMillePerDay, resident: rate },
    };
    const { penaltyFen } = penaltyOf(
      late(100_000, '2026-03-20'),
      'resident',
      policy,
      localDate('2026-03-24'),
    );
    expect(penaltyFen).toBe(100);
    expect(penaltyMethod('resident', policy)['zh-CN']).toContain('千分之0.25');
  });

  it('says how it is computed', () => {
    expect(penaltyMethod('resident', STANDARD_PENALTY_POLICY)).toEqual({
      'zh-CN': '自缴费截止日的次日起，每日按欠费金额的千分之一计算',
      en: '1 per mille of the arrears for each day after the due date',
    });
    expect(penaltyMethod('organisation', STANDARD_PENALTY_POLICY)['zh-CN']).toContain('跨年度每日按千分之三');
  });
});

describe('a penalty policy', () => {
  const standard = (): Record<string, unknown> =>
    JSON.parse(JSON.stringify(STANDARD_PENALTY_POLICY)) as Record<string, unknown>;

  it('is read out of JSON', () => {
    expect(parsePenaltyPolicy(standard())).toEqual({ ok: true, value: STANDARD_PENALTY_POLICY });
  });

  it.each([
    ['a rate that is missing', { perMillePerDay: {} }, 'perMillePerDay.resident.sameYear'],
    ['a negative minimum', { minimumFen: -1 }, 'minimumFen'],
    ['a place without English', { payPlace: { 'zh-CN': '营业厅' } }, 'payPlace.en'],
    ['an unknown field', { rate: 1 }, 'rate'],
    [
      'a third decimal',
      {
        perMillePerDay: {
          ...STANDARD_PENALTY_POLICY.perMillePerDay,
          resident: { sameYear: 0.125, laterYears: 1 },
        },
      },
      'perMillePerDay.resident.sameYear',
    ],
  ])('is refused for %s, named by its path', (_what, change, path) => {
    const parsed = parsePenaltyPolicy({ ...standard(), ...change });
    expect(!parsed.ok && parsed.error.map((problem) => problem.path)).toContain(path);
  });
});
