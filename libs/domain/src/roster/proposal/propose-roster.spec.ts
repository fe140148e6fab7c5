import fc from 'fast-check';
import { addDays, type LocalDate, localDate } from '../../shared';
import { checkRoster } from '../check-roster';
import type { PlannedShift, RosterFacts, RosterStaff } from '../roster-facts';
import { STANDARD_ROSTER_POLICY } from '../roster-policy';
import { type ShiftTemplate, timesOf } from '../shift-template';
import { PERSON_CODES } from '../violation';
import { type SolveMilp, toLpText, Milp } from './milp';
import type { ProposalRequest } from './proposal-request';
import { proposeRoster } from './propose-roster';

const template = (code: string, startMinute: number, endMinute: number): ShiftTemplate => ({
  code,
  version: 1,
  nameZh: code,
  nameEn: code,
  startMinute,
  endMinute,
  breaks: [],
  enabled: true,
});
const TEMPLATES = [template('day', 420, 900), template('evening', 900, 1380), template('night', 1380, 1860)];
const NOVEMBER = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };
const day = (dayOfMonth: number): LocalDate => addDays(NOVEMBER.from, dayOfMonth - 1);

/** Answers any program with whatever it is given: a proposal may rely on no solver. */
const careless = (numbers: readonly number[]): SolveMilp => {
  let next = 0;
  return ({ variables }) => ({
    cutByTime: false,
    values: variables.map(() => numbers[next++ % numbers.length] ?? 0),
  });
};
const hopeless: SolveMilp = () => ({ cutByTime: true });

const staffNumber = fc.constantFrom(...Array.from({ length: 8 }, (_, index) => `A${index}`));
const anyDay = fc.integer({ min: 1, max: 30 }).map(day);
const member = (number: string, facts: Partial<RosterStaff> = {}): RosterStaff => ({
  staffNumber: number,
  name: number,
  leader: number === 'A0',
  skills: [],
  suspended: false,
  hiredOn: localDate('2020-01-01'),
  ...facts,
});
const around = fc
  .tuple(staffNumber, fc.integer({ min: -7, max: 38 }), fc.nat(2))
  .filter(([, date]) => date < 1 || date > 30)
  .map(([number, date, index]): PlannedShift => {
    const { code, ...hours } = TEMPLATES[index] ?? template('day', 420, 900);
    const facts = { staffNumber: number, workDate: day(date), templateCode: code, duty: 'regular' as const };
    return { ...facts, ...timesOf(hours, day(date)) };
  });

const requests = fc
  .record({
    hired: fc.array(fc.tuple(staffNumber, anyDay), { maxLength: 3 }),
    left: fc.array(fc.tuple(staffNumber, anyDay), { maxLength: 3 }),
    suspended: fc.array(staffNumber, { maxLength: 2 }),
    leave: fc.array(fc.record({ staffNumber, date: anyDay }), { maxLength: 40 }),
    wishes: fc.array(fc.record({ staffNumber, day: anyDay, kind: fc.constant('day-off' as const) }), {
      maxLength: 40,
    }),
    others: fc.array(around, { maxLength: 12 }),
    pattern: fc.option(fc.constant(['on', 'on', 'off', 'off'] as const), { nil: undefined }),
    mostConsecutiveDays: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ hired, left, suspended, leave, wishes, others, pattern, mostConsecutiveDays }): ProposalRequest => {
    const staff = Array.from({ length: 8 }, (_, index) => `A${index}`).map((number) => {
      const [, hiredOn] = hired.find(([who]) => who === number) ?? [];
      const [, leftOn] = left.find(([who]) => who === number) ?? [];
      return member(number, {
        ...(hiredOn && { hiredOn }),
        ...(leftOn && { leftOn }),
        suspended: suspended.includes(number),
      });
    });
    const needs = Array.from({ length: 30 }, (_, index) => ({
      date: day(index + 1),
      minute: 480,
      minutes: 60,
      heads: 2,
    }));
    const facts: RosterFacts = {
      ...NOVEMBER,
      shifts: [],
      others,
      staff,
      leave,
      wishes,
      needs,
      enabledTemplates: new Set(TEMPLATES.map(({ code }) => code)),
      nightTemplates: new Set(['night']),
      policy: { ...STANDARD_ROSTER_POLICY, mostConsecutiveDays },
    };
    return {
      facts,
      templates: TEMPLATES,
      workDays: 21,
      seed: 'spec',
      seconds: 10,
      ...(pattern && { pattern }),
    };
  });

const everything = (): void => undefined;
const personal: ReadonlySet<string> = new Set(PERSON_CODES);

test('no proposal breaks a rule silently, however the solver answers', () => {
  fc.assert(
    fc.property(
      requests,
      fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 97 }),
      (request, numbers) => {
        const proposal = proposeRoster(request, careless(numbers), everything);
        const staff = request.facts.staff.map((one) => {
          const anchor = proposal.anchors[one.staffNumber];
          return {
            ...one,
            ...(anchor && request.pattern && { pattern: { cycle: request.pattern, anchor } }),
          };
        });
        const found = checkRoster({ ...request.facts, staff, shifts: proposal.shifts });
        expect(found.filter(({ code }) => personal.has(code))).toEqual([]);
        expect(proposal.unmet).toEqual(found);
      },
    ),
    { numRuns: 25 },
  );
});

const request = (facts: Partial<RosterFacts> = {}, more: Partial<ProposalRequest> = {}): ProposalRequest => ({
  facts: {
    ...NOVEMBER,
    shifts: [],
    others: [],
    leave: [],
    wishes: [],
    needs: [],
    staff: Array.from({ length: 8 }, (_, index) => member(`A${index}`)),
    enabledTemplates: new Set(TEMPLATES.map(({ code }) => code)),
    nightTemplates: new Set(['night']),
    policy: STANDARD_ROSTER_POLICY,
    ...facts,
  },
  templates: TEMPLATES,
  workDays: 21,
  seed: 'spec',
  seconds: 10,
  ...more,
});

test('without any answer in time there is a plain roster still, and it says that the time was up', () => {
  const proposal = proposeRoster(request(), hopeless, everything);
  expect(proposal.cutByTime).toBe(true);
  expect(proposal.shifts.length).toBeGreaterThan(100);
  expect(proposal.unmet.filter(({ code }) => personal.has(code))).toEqual([]);
});

test('wishes beside a pattern are given to five a day, one for everybody before a second for anybody', () => {
  const staff = Array.from({ length: 16 }, (_, index) => member(`B${String(index).padStart(2, '0')}`));
  const wishes = staff.flatMap((one) =>
    [day(3), day(4), day(5), day(6)].map((date) => ({
      staffNumber: one.staffNumber,
      day: date,
      kind: 'day-off' as const,
    })),
  );
  const pattern = ['on', 'on', 'off', 'off'] as const;
  const { unmet } = proposeRoster(request({ staff, wishes }, { pattern }), hopeless, everything);
  expect(unmet.filter(({ code }) => code === 'too-many-off')).toEqual([]);
  expect(unmet.some(({ code }) => code === 'wish-not-met')).toBe(true);
});

test('who works by a pattern already goes on with it', () => {
  const cycle = ['on', 'on', 'off', 'off'] as const;
  const staff = [member('B1', { pattern: { cycle, anchor: localDate('2026-10-30') } })];
  const { shifts, anchors } = proposeRoster(request({ staff }, { pattern: cycle }), hopeless, everything);
  expect(anchors).toEqual({ B1: '2026-10-30' });
  expect(shifts.slice(0, 3).map(({ workDate }) => workDate)).toEqual([day(3), day(4), day(7)]);
});

test('the phase of a pattern is not chosen so that days of the month before make too many in a row', () => {
  const cycle = ['on', 'on', 'off', 'off'] as const;
  const { code, ...hours } = TEMPLATES[0] ?? template('day', 420, 900);
  const others = Array.from({ length: 6 }, (_, index) => day(-index)).map((workDate) => ({
    staffNumber: 'B1',
    workDate,
    templateCode: code,
    duty: 'regular' as const,
    ...timesOf(hours, workDate),
  }));
  /** Takes whatever costs least of each person's phases. */
  const cheapest: SolveMilp = ({ variables, rows }) => {
    const values = variables.map(() => 0);
    for (const { terms, relation, bound } of rows) {
      const choices = terms.map(([index]) => index).filter((index) => variables[index]?.whole === true);
      if (relation !== '=' || bound !== 1 || choices.length !== terms.length) continue;
      const [best] = choices.sort(
        (one, other) => (variables[one]?.cost ?? 0) - (variables[other]?.cost ?? 0),
      );
      if (best !== undefined) values[best] = 1;
    }
    return { cutByTime: false, values };
  };
  const staff = [member('B1')];
  const { dropped, shifts } = proposeRoster(
    request({ staff, others }, { pattern: cycle }),
    cheapest,
    everything,
  );
  expect(dropped).toEqual([]);
  expect(shifts.some(({ workDate }) => workDate === day(1))).toBe(false);
});

test('a program is written as HiGHS reads it', () => {
  const model = new Milp();
  const [choice, missing] = [model.choice(2), model.slack(5)];
  model.row(
    [
      [choice, 1],
      [missing, -1],
    ],
    '>=',
    3,
  );
  expect(toLpText(model)).toBe(
    [
      'Minimize',
      ' + 2 v0 + 5 v1',
      'Subject To',
      ' r0:',
      ' + 1 v0 - 1 v1',
      ' >= 3',
      'Bounds',
      ' 0 <= v0 <= 1',
      ' 0 <= v1',
      'General',
      ' v0',
      'End',
      '',
    ].join('\n'),
  );
});
