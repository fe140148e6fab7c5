import { localDate } from '../shared';
import {
  type AgentCase,
  type AttendedShift,
  type DayFacts,
  type DayPunch,
  evaluateDay,
  monthFigures,
  shiftOfPunch,
  STANDARD_ATTENDANCE_POLICY as POLICY,
} from '.';

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });

const early: AttendedShift = {
  id: 'early',
  workDate: localDate('2026-11-02'),
  overtime: false,
  startAt: at('2026-11-02T08:30'),
  endAt: at('2026-11-02T17:30'),
  breaks: [span('2026-11-02T12:00', '2026-11-02T13:00')],
};
const night: AttendedShift = {
  id: 'night',
  workDate: localDate('2026-11-02'),
  overtime: false,
  breaks: [],
  startAt: at('2026-11-02T22:00'),
  endAt: at('2026-11-03T06:00'),
};

const came = (time: string): DayPunch => ({ at: at(time), direction: 'in' });
const left = (time: string): DayPunch => ({ at: at(time), direction: 'out' });
const aCase = (received: string, handled?: string): AgentCase => ({
  work: 'W202611020001',
  receivedAt: at(received),
  ...(handled !== undefined && { handledAt: at(handled) }),
});

function verdict(facts: Partial<DayFacts>) {
  const nothing = { punches: [], cases: [], leaveHalves: [], exemptions: [], now: at('2026-11-04T00:00') };
  return evaluateDay({ shift: early, ...nothing, ...facts }, POLICY);
}
const day = '2026-11-02T';
const wholeDay = [came(`${day}08:25`), left(`${day}17:30`)];

describe('lateness is the dwell of the first case (C17)', () => {
  it.each([
    ['received 8:50 and handled 8:53: on time, however late it came', '08:50', '08:53', 0],
    ['received 8:31 and handled 8:40: late from the start of the shift', '08:31', '08:40', 10],
    ['exactly five minutes in hand: on time', '08:31', '08:36', 0],
    ['received before the start waits from the start on', '08:10', '08:34', 0],
    ['received before the start and left for six minutes after it', '08:10', '08:36', 6],
    ['handled before the start', '08:10', '08:20', 0],
  ])('%s', (_, received, handled, lateMinutes) => {
    const cases = [aCase(day + received, day + handled)];
    expect(verdict({ punches: wholeDay, cases }).lateMinutes).toBe(lateMinutes);
  });

  it('without a case the sign-in decides', () => {
    expect(verdict({ punches: [came(`${day}08:47`), left(`${day}17:30`)] })).toMatchObject({
      lateMinutes: 17,
      lateBy: 'sign-in',
      lateLogged: true,
      status: 'present',
    });
  });

  it('a late sign-in with a first case in time is shown, not counted', () => {
    const punches = [came(`${day}09:00`), left(`${day}17:30`)];
    const cases = [aCase(`${day}09:01`, `${day}09:02`)];
    expect(verdict({ punches, cases })).toMatchObject({ lateMinutes: 0, signedInLateMinutes: 30 });
    const facts = {
      shift: early,
      punches,
      cases,
      leaveHalves: [],
      exemptions: [],
      now: at('2026-11-04T00:00'),
    };
    expect(evaluateDay(facts, { ...POLICY, signInAlsoDecides: true }).lateMinutes).toBe(30);
  });

  it('fourteen minutes and 59 seconds are not logged, fifteen are', () => {
    const arriving = (time: string) =>
      verdict({ punches: [{ at: new Date(`${day}${time}+08:00`), direction: 'in' }, left(`${day}17:30`)] });
    expect(arriving('08:44:59')).toMatchObject({ lateMinutes: 14, lateLogged: false });
    expect(arriving('08:45:00')).toMatchObject({ lateMinutes: 15, lateLogged: true });
  });

  it('three hours are late, a minute more is absence (L414), and not lateness besides', () => {
    expect(verdict({ punches: [came(`${day}11:30`), left(`${day}17:30`)] })).toMatchObject({
      status: 'present',
      lateMinutes: 180,
    });
    expect(verdict({ punches: [came(`${day}11:31`), left(`${day}17:30`)] })).toMatchObject({
      status: 'absent',
      absentBecause: 'too-late',
      lateMinutes: 0,
    });
  });
});

describe('leaving early (L339)', () => {
  it('by the sign-out, and by the oldest case left in hand from its receipt on', () => {
    expect(verdict({ punches: [came(`${day}08:30`), left(`${day}17:10`)] })).toMatchObject({
      earlyMinutes: 20,
      earlyBy: 'sign-out',
    });
    const cases = [aCase(`${day}16:30`), aCase(`${day}17:00`), aCase(`${day}16:00`, `${day}16:02`)];
    expect(verdict({ punches: wholeDay, cases })).toMatchObject({ earlyMinutes: 60, earlyBy: 'leftover' });
  });

  it('who stays until all cases are done leaves on time', () => {
    const cases = [aCase(`${day}08:31`, `${day}08:32`), aCase(`${day}17:20`, `${day}17:50`)];
    expect(verdict({ punches: [came(`${day}08:30`), left(`${day}17:52`)], cases })).toMatchObject({
      earlyMinutes: 0,
      overtimeMinutes: 0,
    });
  });
});

describe('known bugs of others', () => {
  const tomorrow: AttendedShift = {
    id: 'tomorrow',
    workDate: localDate('2026-11-03'),
    overtime: false,
    breaks: [],
    startAt: at('2026-11-03T08:30'),
    endAt: at('2026-11-03T17:30'),
  };

  it('overnight check-out is not credited to the next day and the first day is not absent (hrms#3298)', () => {
    const out = left('2026-11-03T06:05');
    expect(shiftOfPunch([night, tomorrow], out, POLICY)).toBe(night);
    const punches = [came('2026-11-02T21:55'), out];
    expect(verdict({ shift: night, punches })).toMatchObject({ status: 'present', workedMinutes: 480 });
  });

  it('an overnight shift is one day, not two (horilla-hr#358), and its minutes are not negative (shift-planning#49)', () => {
    const worked = verdict({ shift: night, punches: [came('2026-11-02T22:00'), left('2026-11-03T06:00')] });
    expect(worked).toMatchObject({
      rosteredMinutes: 480,
      workedMinutes: 480,
      lateMinutes: 0,
      earlyMinutes: 0,
    });
    expect(monthFigures([{ workDate: night.workDate, ...worked }], 30)).toMatchObject({
      rosteredDays: 1,
      attendedDays: 1,
    });
  });

  it('a shift 10:00–02:00 is neither late before noon nor of yesterday (noon rule)', () => {
    const long = { ...night, startAt: at('2026-11-02T10:00'), endAt: at('2026-11-03T02:00') };
    const punches = [came('2026-11-02T09:58'), left('2026-11-03T02:00')];
    expect(punches.map((punch) => shiftOfPunch([long], punch, POLICY))).toEqual([long, long]);
    expect(verdict({ shift: long, punches })).toMatchObject({ status: 'present', lateMinutes: 0 });
  });

  it('a punch at 23:55 belongs to the shift 00:00–08:00 of the next day', () => {
    const graveyard = {
      ...night,
      workDate: localDate('2026-11-03'),
      startAt: at('2026-11-03T00:00'),
      endAt: at('2026-11-03T08:00'),
    };
    const evening = {
      ...night,
      id: 'evening',
      startAt: at('2026-11-01T13:00'),
      endAt: at('2026-11-01T22:00'),
    };
    const punch = came('2026-11-02T23:55');
    expect(shiftOfPunch([evening, graveyard], punch, POLICY)).toBe(graveyard);
    expect(verdict({ shift: graveyard, punches: [punch, left('2026-11-03T08:00')] })).toMatchObject({
      lateMinutes: 0,
      workedMinutes: 480,
    });
  });

  it('UTC midnight (8:00 here) splits neither work nor overtime (odoo#249410)', () => {
    const untilSeven = { ...night, startAt: at('2026-11-02T23:00'), endAt: at('2026-11-03T07:00') };
    const punches = [came('2026-11-02T23:00'), left('2026-11-03T09:00')];
    expect(verdict({ shift: untilSeven, punches })).toMatchObject({
      workedMinutes: 480,
      overtimeMinutes: 120,
    });
  });

  it("a missed check-out does not make tomorrow's check-in a check-out (hrms#3859)", () => {
    const next = came('2026-11-03T08:28');
    expect(shiftOfPunch([early, tomorrow], next, POLICY)).toBe(tomorrow);
    expect(verdict({ punches: [came(`${day}08:30`)] })).toMatchObject({
      status: 'missed-punch',
      missed: 'out',
      earlyMinutes: 0,
    });
    expect(verdict({ shift: tomorrow, punches: [next, left('2026-11-03T17:30')] }).status).toBe('present');
  });

  it.each([
    ['early', early],
    ['overnight', night],
    ['of overtime', { ...early, overtime: true }],
  ])('nobody came: absent, also on a shift %s (hrms#1107, #3349)', (_, shift) => {
    expect(verdict({ shift })).toMatchObject({ status: 'absent', absentBecause: 'no-show', final: true });
  });

  it('coming early adds no work (hrms#4088)', () => {
    expect(verdict({ punches: [came(`${day}07:00`), left(`${day}17:30`)] })).toMatchObject({
      workedMinutes: 480,
      rosteredMinutes: 480,
      overtimeMinutes: 0,
    });
  });

  it('an approved half leave is not overwritten by what the desk recorded (hrms#4531)', () => {
    const afternoon = [came(`${day}13:00`), left(`${day}17:30`)];
    expect(verdict({ punches: afternoon, leaveHalves: ['am'] })).toMatchObject({
      status: 'present',
      leaveShare: 0.5,
      lateMinutes: 0,
      rosteredMinutes: 270,
    });
    expect(verdict({ punches: afternoon, leaveHalves: ['am', 'pm'] })).toMatchObject({
      status: 'leave',
      leaveShare: 1,
    });
    expect(verdict({ leaveHalves: ['pm'] })).toMatchObject({ status: 'absent', leaveShare: 0.5 });
  });

  it('two shifts of a day do not merge, and a gap between them belongs to both by direction (goalert#4362)', () => {
    const morning = { ...early, id: 'morning', breaks: [], endAt: at(`${day}12:00`) };
    const evening = {
      ...early,
      id: 'evening',
      breaks: [],
      startAt: at(`${day}14:00`),
      endAt: at(`${day}20:00`),
    };
    const both = [morning, evening];
    expect(shiftOfPunch(both, left(`${day}13:30`), POLICY)).toBe(morning);
    expect(shiftOfPunch(both, came(`${day}12:30`), POLICY)).toBe(evening);
    expect(shiftOfPunch(both, came('2026-11-03T04:00'), POLICY)).toBeUndefined();
  });

  it('Saturday and Sunday off are two days off, not one (weekly offs)', () => {
    const worked = verdict({ punches: wholeDay });
    const weekdays = Array.from({ length: 30 }, (_, index) => index + 1)
      .map((date) => `2026-11-${String(date).padStart(2, '0')}`)
      .filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
    const month = monthFigures(
      weekdays.map((workDate) => ({ ...worked, workDate })),
      30,
    );
    expect(month).toMatchObject({ rosteredDays: 21, restDays: 9, attendedDays: 21, onTimeDays: 21 });
  });
});

describe('training and field work', () => {
  it('a whole day of training is attended, and no case for punctuality (§12.2)', () => {
    const trained = verdict({ exemptions: [{ kind: 'training', ...span(`${day}08:30`, `${day}17:30`) }] });
    expect(trained).toMatchObject({ status: 'training', rosteredMinutes: 0 });
    expect(monthFigures([{ ...trained, workDate: '2026-11-02' }], 30)).toMatchObject({
      attendedDays: 1,
      onTimeBaseDays: 0,
      onTimeDays: 0,
      trainingDays: 1,
    });
  });

  it('a course in the morning moves the time at which one is expected', () => {
    const exemptions = [{ kind: 'training' as const, ...span(`${day}08:30`, `${day}12:00`) }];
    const punches = [came(`${day}13:05`), left(`${day}17:30`)];
    expect(verdict({ exemptions, punches })).toMatchObject({ lateMinutes: 5, rosteredMinutes: 270 });
  });

  it('an approved field punch makes it field work', () => {
    const punches = [{ ...came(`${day}08:29`), field: true }, left(`${day}17:31`)];
    expect(verdict({ punches })).toMatchObject({ status: 'field-work', lateMinutes: 0 });
  });
});

it('before the end nothing is final, and nobody is absent before three hours', () => {
  expect(verdict({ now: at(`${day}09:00`) })).toMatchObject({ status: 'expected', final: false });
  expect(verdict({ now: at(`${day}11:31`) })).toMatchObject({ status: 'absent', final: false });
  expect(verdict({ now: at(`${day}09:00`), punches: [came(`${day}08:40`)] })).toMatchObject({
    status: 'present',
    final: false,
    lateMinutes: 10,
  });
});

it('going without having come is a missed punch, unless a case shows that one was there', () => {
  const punches = [left(`${day}17:30`)];
  expect(verdict({ punches })).toMatchObject({ status: 'missed-punch', missed: 'in' });
  expect(verdict({ punches, cases: [aCase(`${day}08:31`, `${day}08:33`)] })).toMatchObject({
    status: 'present',
    lateMinutes: 0,
  });
});
