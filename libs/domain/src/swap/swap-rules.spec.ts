import { localDate } from '../shared';
import {
  parseSwapPolicy,
  problemsOfSwap,
  repaymentDue,
  STANDARD_SWAP_POLICY,
  type SwapParty,
  type SwapQuestion,
  type SwapShift,
} from '.';

const POLICY = { ...STANDARD_SWAP_POLICY, restMinutes: 600 };

function shift(staffNumber: string, day: string, from = '08:30', to = '17:30', ends = day): SwapShift {
  return {
    id: `${staffNumber} ${day} ${from}`,
    staffNumber,
    workDate: localDate(day),
    startAt: new Date(`${day}T${from}:00+08:00`),
    endAt: new Date(`${ends}T${to}:00+08:00`),
  };
}

const party = (
  staffNumber: string,
  shifts: readonly SwapShift[],
  facts: Partial<SwapParty> = {},
): SwapParty => ({
  staffNumber,
  roleKind: 'agent',
  active: true,
  shifts,
  leaveDates: new Set<string>(),
  ...facts,
});

const lina = [shift('A', '2026-12-10'), shift('A', '2026-12-11'), shift('A', '2026-12-14')];
const wang = [shift('B', '2026-12-16'), shift('B', '2026-12-17')];

function problems(facts: Partial<SwapQuestion> = {}) {
  const question: SwapQuestion = {
    requester: party('A', lina),
    partner: party('B', wang),
    given: lina.slice(0, 1),
    taken: wang.slice(0, 1),
    appliedOn: localDate('2026-11-05'),
    now: new Date('2026-11-05T02:00:00Z'),
    singlesOf: () => 0,
    pairsOf: () => 0,
    ...facts,
  };
  return problemsOfSwap(question, POLICY).map(({ kind, about }) =>
    about === undefined ? kind : `${kind} ${about}`,
  );
}

it('one shift for one, within a month, or to be repaid later', () => {
  expect(problems()).toEqual([]);
  expect(problems({ taken: [] })).toEqual([]);
  expect(repaymentDue(lina.slice(0, 1), POLICY)).toBe('2027-01-10');
  expect(repaymentDue([{ workDate: localDate('2027-01-31') }], POLICY)).toBe('2027-02-28');
});

it('one shift a month', () => {
  expect(problems({ singlesOf: (month) => (month === '2026-12' ? 1 : 0) })).toEqual(['month-used 2026-12']);
});

it('two consecutive shifts twice a year, a month ahead', () => {
  const pair = { given: lina.slice(0, 2), taken: wang };
  expect(problems({ ...pair, singlesOf: () => 1, pairsOf: () => 1 })).toEqual([]);
  expect(problems({ ...pair, pairsOf: () => 2 })).toEqual(['year-used 2026']);
  const late = { appliedOn: localDate('2026-11-11'), now: new Date('2026-11-11T02:00:00Z') };
  expect(problems({ ...pair, ...late })).toEqual(['notice-too-short 2026-12-11']);
  const [first, , third] = lina;
  if (!first || !third) throw new Error('no shifts');
  expect(problems({ ...pair, given: [first, third] })).toEqual(['not-consecutive']);
  expect(problems({ ...pair, taken: wang.slice(0, 1) })).toEqual(['counts-differ 2']);
});

it('the return is within a month', () => {
  const far = [shift('B', '2027-01-11')];
  expect(problems({ partner: party('B', far), taken: far })).toEqual(['repaid-too-late 2027-01-10']);
});

it('only shifts to come, of the two, between two of one kind of post', () => {
  expect(problems({ now: new Date('2026-12-10T01:00:00Z') })).toContain('begun 2026-12-10');
  expect(problems({ given: wang.slice(1), taken: [] })).toContain('not-yours 2026-12-17');
  expect(problems({ partner: party('A', lina) })).toContain('same-person');
  expect(problems({ partner: party('B', wang, { roleKind: 'head' }) })).toEqual(['other-post B']);
  expect(problems({ partner: party('B', wang, { active: false }) })).toEqual(['partner-unavailable B']);
});

it('overlaps across midnight are seen (Monday 22:00–06:00, then Tuesday 05:00)', () => {
  const night = shift('B', '2026-12-09', '22:00', '06:00', '2026-12-10');
  const early = shift('A', '2026-12-10', '05:00', '13:00');
  const facts = { requester: party('A', [early]), partner: party('B', [night, ...wang]), given: [early] };
  expect(problems(facts)).toEqual(['overlaps 2026-12-10']);
});

it('rest between shifts is kept on both sides', () => {
  const evening = shift('B', '2026-12-09', '13:00', '22:31');
  expect(problems({ partner: party('B', [evening, ...wang]) })).toEqual(['rest-too-short 2026-12-10']);
  const enough = shift('B', '2026-12-09', '13:00', '22:30');
  expect(problems({ partner: party('B', [enough, ...wang]) })).toEqual([]);
  const before = shift('A', '2026-12-15', '20:00', '23:59');
  expect(problems({ requester: party('A', [...lina, before]) })).toEqual(['rest-too-short 2026-12-16']);
});

it('nobody takes over a shift on a day of leave', () => {
  expect(problems({ partner: party('B', wang, { leaveDates: new Set(['2026-12-10']) }) })).toEqual([
    'on-leave 2026-12-10',
  ]);
});

it('the policy is read as it is written', () => {
  expect(parseSwapPolicy({ ...STANDARD_SWAP_POLICY })).toEqual({ ok: true, value: STANDARD_SWAP_POLICY });
  expect(parseSwapPolicy({ ...STANDARD_SWAP_POLICY, repayWithinMonths: 0 }).ok).toBe(false);
});
