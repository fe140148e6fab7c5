import { addDays, localDate } from '../shared';
import { buildCalendar, CHINESE_CALENDAR_DOCUMENT } from '../calendar';
import { alarmsAfter, type ClockAlarm, dueAlarms, lateSince, nextAlarmAt } from './engine';
import { STANDARD_SERVICE_HOURS } from './time';
import {
  assigned,
  CALENDAR,
  clocks,
  cn,
  event,
  levelTimes,
  local,
  queryClock,
  stage,
  withSpan,
} from './test-support/scenario';

const workingDays = (value: number) => ({ value, unit: 'working-days' as const });
const businessMinutes = (value: number) => ({ value, unit: 'business-minutes' as const });
const elapsedMinutes = (value: number) => ({ value, unit: 'elapsed-minutes' as const });
const paused = (time: string) => event('paused', time, { reason: '等待客户' });
const resumed = (time: string) => event('resumed', time);

describe('trap 1: a pause over a weekend', () => {
  const events = [assigned('2026-11-12 10:00'), paused('2026-11-13 17:00'), resumed('2026-11-16 09:00')];

  it('gives back the hours of business that fall into it, not the weekend', () => {
    const without = queryClock(businessMinutes(900), events.slice(0, 1));
    expect(local(without.dueAt)).toBe('2026-11-16 10:00');
    expect(local(queryClock(businessMinutes(900), events).dueAt)).toBe('2026-11-16 11:00');
  });

  it('gives back the working days whose close of business falls into it', () => {
    expect(local(queryClock(workingDays(2), events.slice(0, 1)).dueAt)).toBe('2026-11-16 17:30');
    expect(local(queryClock(workingDays(2), events).dueAt)).toBe('2026-11-17 17:30');
  });
});

describe('trap 2: start and pauses stay when the target changes', () => {
  const events = [assigned('2026-11-09 10:00'), paused('2026-11-10 09:00'), resumed('2026-11-11 09:00')];

  it('when another limit applies after a new classification', () => {
    const [query] = clocks({ kind: 'query' }, events);
    const [complaint] = clocks({ kind: 'complaint' }, events);
    expect(query).toMatchObject({ policyId: 'L07', startedAt: cn('2026-11-09 10:00') });
    expect(complaint).toMatchObject({
      policyId: 'L12',
      startedAt: cn('2026-11-09 10:00'),
      pauses: query?.pauses,
    });
    expect(local(query?.dueAt)).toBe('2026-11-12 17:30');
    expect(local(complaint?.dueAt)).toBe('2026-11-12 17:30');
  });

  it('when the length is changed by hand', () => {
    const target = { value: 4, unit: 'working-days' };
    const retargeted = event('re-targeted', '2026-11-11 10:00', {
      clock: 'department-result',
      target,
      reason: '…',
    });
    const clock = queryClock(workingDays(2), [...events, retargeted]);
    expect(clock).toMatchObject({ dueBy: 're-targeted', startedAt: cn('2026-11-09 10:00') });
    expect(clock.pauses).toHaveLength(1);
    expect(local(clock.dueAt)).toBe('2026-11-16 17:30');
  });
});

test('trap 3: a pause lengthens what remains and does not move the start', () => {
  const clock = queryClock(elapsedMinutes(60), [
    assigned('2026-11-12 10:00'),
    paused('2026-11-12 10:50'),
    resumed('2026-11-12 12:50'),
  ]);
  expect(clock.startedAt).toEqual(cn('2026-11-12 10:00'));
  expect(local(clock.dueAt)).toBe('2026-11-12 13:00');
  // 80 % of the time that counts had gone by before the pause.
  expect(levelTimes(clock).slice(0, 2)).toEqual(['2026-11-12 10:48', '2026-11-12 13:00']);
});

describe('trap 4: no breach while it stands still', () => {
  it('a limit that counts has no due date until it goes on', () => {
    const clock = queryClock(elapsedMinutes(60), [assigned('2026-11-12 10:00'), paused('2026-11-12 10:10')]);
    expect(clock).toMatchObject({ state: 'paused' });
    expect(clock.dueAt).toBeUndefined();
    expect(lateSince(clock, cn('2026-12-31 00:00'))).toBeUndefined();
    expect(clock.levels.every(({ at }) => at === undefined)).toBe(true);
  });

  it('a date set by hand that passes meanwhile is broken when it goes on', () => {
    const byHand = event('re-targeted', '2026-11-12 10:05', {
      clock: 'L07',
      dueAt: '2026-11-12T11:00:00+08:00',
      reason: '…',
    });
    const events = [assigned('2026-11-12 10:00'), byHand, paused('2026-11-12 10:10')];
    const still = queryClock(workingDays(2), events);
    expect(local(still.dueAt)).toBe('2026-11-12 11:00');
    expect(lateSince(still, cn('2026-11-13 10:00'))).toBeUndefined();
    const goesOn = queryClock(workingDays(2), [...events, resumed('2026-11-13 14:00')]);
    expect(local(goesOn.breachesAt)).toBe('2026-11-13 14:00');
  });

  it('an answer during the pause is in time', () => {
    const answer = event('answered', '2026-11-20 10:00');
    const clock = queryClock(workingDays(2), [
      assigned('2026-11-12 10:00'),
      paused('2026-11-13 10:00'),
      answer,
    ]);
    expect(clock).toMatchObject({ state: 'met', metAt: cn('2026-11-20 10:00') });
    expect(clock.breachesAt).toBeUndefined();
  });
});

test('trap 5: a due date set by hand is not moved by a pause', () => {
  const clock = queryClock(workingDays(2), [
    assigned('2026-11-09 10:00'),
    event('re-targeted', '2026-11-09 11:00', { clock: 'L07', dueAt: '2026-11-20T04:00:00Z', reason: '…' }),
    paused('2026-11-10 10:00'),
    resumed('2026-11-12 10:00'),
  ]);
  expect(clock).toMatchObject({ dueBy: 'manual', dueAt: new Date('2026-11-20T04:00:00Z') });
});

test('trap 6: after a pause the due date still lies in the hours of business', () => {
  const clock = queryClock(businessMinutes(60), [
    assigned('2026-11-12 16:45'),
    paused('2026-11-12 17:00'),
    resumed('2026-11-12 21:00'),
  ]);
  expect(local(clock.dueAt)).toBe('2026-11-13 09:15');
});

describe('trap 7: levels with several segments a day', () => {
  const level = (value: number) => ({
    level: 1,
    recipients: ['owner' as const],
    where: {},
    threshold: { kind: 'before' as const, value, unit: 'business-minutes' as const },
  });
  const limit = { level: 2, recipients: ['liaison' as const], where: {} };
  const atTheLimit = { ...limit, threshold: { kind: 'percent' as const, value: 100 } };

  it.each([
    [60, '2026-11-12 11:30'],
    [30, '2026-11-12 12:00'],
    [15, '2026-11-12 13:45'],
    [600, '2026-11-12 08:30'],
  ])('%i minutes before 14:00, with lunch from 12:00 to 13:30, is %s', (minutes, expected) => {
    const levels = [level(minutes), atTheLimit];
    const clock = queryClock(businessMinutes(240), [assigned('2026-11-12 08:30')], CALENDAR, { levels });
    expect(levelTimes(clock)).toEqual([expected, '2026-11-12 14:00']);
  });

  it('a level at the due date is at the due date, also where days are counted', () => {
    const clock = queryClock(workingDays(2), [assigned('2026-11-12 10:00')]);
    expect(clock.levels.find(({ level: number }) => number === 2)?.at).toEqual(clock.dueAt);
  });
});

describe('trap 8: one clock does not overrule another', () => {
  const events = [
    event('opened', '2026-11-09 09:00'),
    assigned('2026-11-09 09:05', 'discipline-inspection'),
    event('interim-replied', '2026-11-10 09:00', {}, 'discipline-inspection'),
  ];

  it('an interim reply meets its own limit and leaves the result’s where it was', () => {
    const found = clocks({ kind: 'complaint' }, events);
    expect(stage(found, 'interim-reply')[0]).toMatchObject({ state: 'met', limit: 'L16' });
    expect(stage(found, 'department-result')[0]).toMatchObject({ state: 'running', policyId: 'L14' });
    expect(local(stage(found, 'department-result')[0]?.dueAt)).toBe('2026-11-13 17:30');
  });

  it('a department that has answered is not escalated', () => {
    const answered = event('answered', '2026-11-10 10:00');
    const [before] = stage(clocks({ kind: 'complaint' }, events), 'department-result');
    const [after] = stage(clocks({ kind: 'complaint' }, [...events, answered]), 'department-result');
    const alarms = alarmsAfter(alarmsAfter([], before!), after!);
    expect(dueAlarms(alarms, cn('2026-12-31 00:00'))).toEqual([]);
    expect(nextAlarmAt(alarms)).toBeUndefined();
  });
});

describe('trap 9: what changes reckons anew', () => {
  const closed = buildCalendar({
    ...CHINESE_CALENDAR_DOCUMENT,
    overrides: [
      ...CHINESE_CALENDAR_DOCUMENT.overrides,
      { date: localDate('2026-11-12'), kind: 'holiday', nameZh: '临时放假', nameEn: 'extra holiday' },
    ],
  });

  it('a changed calendar moves the due date and the levels', () => {
    const events = [assigned('2026-11-10 10:00')];
    expect(local(queryClock(workingDays(2), events).dueAt)).toBe('2026-11-12 17:30');
    const anew = queryClock(workingDays(2), events, { ...CALENDAR, working: closed });
    expect(local(anew.dueAt)).toBe('2026-11-13 17:30');
    expect(anew.levels.find(({ level }) => level === 2)?.at).toEqual(anew.dueAt);
  });

  it('a merged work order escalates no more', () => {
    const clock = queryClock(workingDays(2), [
      assigned('2026-11-10 10:00'),
      event('merged', '2026-11-10 11:00', { into: 'W1' }),
    ]);
    expect(clock).toMatchObject({ state: 'ended', endedBy: 'merged' });
    expect(alarmsAfter([], clock)).toEqual([]);
  });

  it('no level of a limit in days or business minutes comes at night or on a rest day', () => {
    for (const start of ['2026-11-13 19:00', '2026-11-14 03:00', '2026-09-25 08:00', '2026-02-13 17:29']) {
      for (const span of [workingDays(1), workingDays(9), businessMinutes(77)]) {
        for (const { at } of queryClock(span, [assigned(start)]).levels) {
          const minutes = local(at)!.slice(11);
          expect(minutes >= '08:30' && minutes <= '17:30').toBe(true);
        }
      }
    }
  });
});

test('trap 10: nothing waits for an answer once it is closed, whoever spoke last', () => {
  const found = clocks({ kind: 'query' }, [
    event('opened', '2026-11-09 09:00'),
    assigned('2026-11-09 09:05'),
    event('answered', '2026-11-09 10:00'),
    event('customer-told', '2026-11-09 10:30'),
    event('closed', '2026-11-09 10:40'),
    event('noted', '2026-11-09 11:00', { text: '客户又来电' }),
    event('urged', '2026-11-09 11:00'),
  ]);
  expect(found.map(({ stage: name, state }) => [name, state])).toEqual([
    ['department-result', 'met'],
    ['customer-reply', 'met'],
  ]);
});

describe('trap 11: a reopened work order', () => {
  const events = [
    event('opened', '2026-11-02 09:00'),
    assigned('2026-11-02 09:05'),
    event('answered', '2026-11-06 10:00'),
    event('customer-told', '2026-11-06 10:30'),
    event('closed', '2026-11-06 10:40'),
    event('reopened', '2026-11-20 09:00', { reason: '客户不满意' }),
    assigned('2026-11-20 09:10'),
  ];

  it('starts a new cycle from then on and keeps the old verdict', () => {
    const [first, second, ...others] = stage(clocks({ kind: 'query' }, events), 'department-result');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ cycle: 1, state: 'met', breachesAt: cn('2026-11-04 17:30') });
    expect(second).toMatchObject({
      cycle: 2,
      state: 'running',
      startedAt: cn('2026-11-20 09:10'),
      pauses: [],
    });
    expect(local(second?.dueAt)).toBe('2026-11-24 17:30');
    expect(lateSince(second!, cn('2026-11-20 09:11'))).toBeUndefined();
  });

  it('a result that is sent back is a new cycle too', () => {
    const sentBack = event('sent-back', '2026-11-03 12:00', { reason: '不完整' }, 'business');
    const answered = event('answered', '2026-11-03 10:00');
    const found = clocks({ kind: 'query' }, [events[0]!, events[1]!, answered, sentBack]);
    expect(stage(found, 'department-result').map(({ cycle, state }) => [cycle, state])).toEqual([
      [1, 'met'],
      [2, 'running'],
    ]);
    expect(stage(found, 'customer-reply')[0]).toMatchObject({ state: 'ended', endedBy: 'sent-back' });
  });
});

test('trap 12: two pauses on one day, within one minute, both count', () => {
  const second = (time: string) => new Date(`2026-11-12T${time}+08:00`);
  const clock = queryClock(elapsedMinutes(10), [
    assigned('2026-11-12 10:00'),
    { ...paused('2026-11-12 10:00'), at: second('10:01:05') },
    { ...resumed('2026-11-12 10:00'), at: second('10:01:15') },
    { ...paused('2026-11-12 10:00'), at: second('10:01:20') },
    { ...resumed('2026-11-12 10:00'), at: second('10:01:45') },
  ]);
  expect(clock.pauses).toHaveLength(2);
  expect(clock.dueAt).toEqual(second('10:10:35'));
});

test('trap 13: a closure over New Year', () => {
  const overrides = Array.from({ length: 10 }, (_, day) => ({
    date: addDays(localDate('2026-12-25'), day),
    kind: 'holiday' as const,
    nameZh: '年末停业',
    nameEn: 'closed over New Year',
  }));
  const coverage = { from: localDate('2026-01-01'), to: localDate('2027-12-31') };
  const working = buildCalendar({ ...CHINESE_CALENDAR_DOCUMENT, coverage, overrides });
  const clock = queryClock(workingDays(1), [assigned('2026-12-24 10:00')], { ...CALENDAR, working });
  expect(local(clock.dueAt)).toBe('2027-01-04 17:30');
  expect(clock.provisional).toBe(false);
});

test('trap 14: a calendar without a working day is refused, and one that closes for ever ends with an error', () => {
  expect(() => buildCalendar({ ...CHINESE_CALENDAR_DOCUMENT, workingWeekdays: [] })).toThrow(
    expect.objectContaining({ code: 'no-working-weekday' }) as Error,
  );
  const overrides = Array.from({ length: 4000 }, (_, day) => ({
    date: addDays(localDate('2026-01-01'), day),
    kind: 'holiday' as const,
    nameZh: '…',
    nameEn: '…',
  }));
  const working = buildCalendar({ ...CHINESE_CALENDAR_DOCUMENT, overrides });
  expect(() => queryClock(workingDays(1), [assigned('2026-01-01 10:00')], { ...CALENDAR, working })).toThrow(
    RangeError,
  );
});

test('trap 15: a week without Monday and Thursday', () => {
  const working = buildCalendar({ ...CHINESE_CALENDAR_DOCUMENT, workingWeekdays: [2, 5], overrides: [] });
  const calendar = { ...CALENDAR, working };
  expect(local(queryClock(workingDays(3), [assigned('2026-11-09 10:00')], calendar).dueAt)).toBe(
    '2026-11-17 17:30',
  );
  expect(local(queryClock(businessMinutes(60), [assigned('2026-11-12 10:00')], calendar).dueAt)).toBe(
    '2026-11-13 09:30',
  );
});

describe('trap 16: a target that changes after a level has fired', () => {
  const start = [assigned('2026-11-12 10:00')];
  const retargeted = (time: string, value: number) =>
    event('re-targeted', time, {
      clock: 'L07',
      target: { value, unit: 'elapsed-minutes' },
      reason: '…',
    });

  it('does not fire it again when the threshold moves ahead', () => {
    const warned = alarmsAfter([], queryClock(elapsedMinutes(60), start)).map((alarm): ClockAlarm =>
      alarm.level === 1 ? { ...alarm, firedAt: cn('2026-11-12 10:48') } : alarm,
    );
    const clock = queryClock(elapsedMinutes(60), [...start, retargeted('2026-11-12 10:50', 600)]);
    const alarms = alarmsAfter(warned, clock);
    expect(alarms[0]).toMatchObject({ level: 1, firedAt: cn('2026-11-12 10:48'), lapsed: false });
    expect(local(nextAlarmAt(alarms))).toBe('2026-11-12 20:00');
  });

  it('tells the overrun from the due date when the new threshold lies in the past', () => {
    const clock = queryClock(elapsedMinutes(600), [...start, retargeted('2026-11-12 13:00', 60)]);
    const now = cn('2026-11-12 13:00');
    expect(local(lateSince(clock, now))).toBe('2026-11-12 11:00');
    expect(dueAlarms(alarmsAfter([], clock), now).map(({ level }) => level)).toEqual([1, 2]);
  });

  it('does not fire a level below one that has fired', () => {
    const fired: ClockAlarm = {
      level: 2,
      at: cn('2026-11-12 11:00'),
      firedAt: cn('2026-11-12 11:00'),
      recipients: [],
      lapsed: false,
    };
    const alarms = alarmsAfter([fired], queryClock(elapsedMinutes(60), start));
    expect(dueAlarms(alarms, cn('2026-11-30 00:00')).map(({ level }) => level)).toEqual([3]);
  });
});

test.each([
  ['2026-11-12 11:30', 60, '2026-11-12 14:00'],
  ['2026-11-12 12:15', 30, '2026-11-12 14:00'],
  ['2026-11-12 11:30', 30, '2026-11-12 12:00'],
  ['2026-11-13 17:00', 60, '2026-11-16 09:00'],
])(
  'trap 17: with a lunch break from 12:00 to 13:30, %s + %i business minutes is %s',
  (start, minutes, due) => {
    expect(local(queryClock(businessMinutes(minutes), [assigned(start)]).dueAt)).toBe(due);
  },
);

test('trap 18: after downtime every level is due at once, once, in order', () => {
  const clock = queryClock(elapsedMinutes(60), [assigned('2026-11-12 10:00')]);
  const now = cn('2026-11-16 18:00');
  const alarms = alarmsAfter([], clock);
  const due = dueAlarms(alarms, now);
  expect(due.map(({ level }) => level)).toEqual([1, 2, 3]);
  const fired = alarms.map((alarm) => ({ ...alarm, firedAt: now }));
  expect(dueAlarms(fired, now)).toEqual([]);
  expect(dueAlarms(alarmsAfter(fired, clock), now)).toEqual([]);
});

describe('trap 19: vectors of 2026', () => {
  it.each([
    ['2026-04-30 10:00', 2, '2026-05-07 17:30'],
    ['2026-05-08 10:00', 2, '2026-05-11 17:30'],
    ['2026-02-13 10:00', 2, '2026-02-24 17:30'],
    ['2026-09-25 10:00', 9, '2026-10-14 17:30'],
    ['2026-09-18 10:00', 1, '2026-09-20 17:30'],
    ['2026-09-18 23:59', 1, '2026-09-20 17:30'],
    ['2026-09-19 00:00', 1, '2026-09-20 17:30'],
  ])('from %s, %i working days → %s', (start, days, due) => {
    expect(local(queryClock(workingDays(days), [assigned(start)]).dueAt)).toBe(due);
  });

  it('one month from 31 January is Saturday 28 February, which works', () => {
    const clock = queryClock({ value: 1, unit: 'months' }, [assigned('2026-01-31 10:00')]);
    expect(local(clock.dueAt)).toBe('2026-02-28 17:30');
  });

  it.each([
    ['2026-09-29 10:00', 2, '2026-10-08 17:30'],
    ['2026-11-19 10:00', 2, '2026-11-23 17:30'],
    ['2026-05-07 10:00', 2, '2026-05-09 17:30'],
  ])('C1: from %s, %i days → %s, moved on from a rest day', (start, value, due) => {
    expect(local(queryClock({ value, unit: 'calendar-days' }, [assigned(start)]).dueAt)).toBe(due);
  });
});

describe('trap 20: beyond the calendar’s coverage', () => {
  const start = [assigned('2026-12-31 10:00')];

  it('it is reckoned on the weekly pattern and marked provisional', () => {
    const clock = queryClock(workingDays(1), start);
    expect(local(clock.dueAt)).toBe('2027-01-01 17:30');
    expect(clock.provisional).toBe(true);
  });

  it('so is a clock whose due date is firm but one of whose levels is not', () => {
    const clock = queryClock(workingDays(1), [assigned('2026-12-30 10:00')]);
    expect(local(clock.dueAt)).toBe('2026-12-31 17:30');
    expect(clock.provisional).toBe(true);
  });

  it('next year’s calendar makes it firm', () => {
    const holiday = {
      date: localDate('2027-01-01'),
      kind: 'holiday' as const,
      nameZh: '元旦',
      nameEn: "New Year's Day",
    };
    const working = buildCalendar({
      ...CHINESE_CALENDAR_DOCUMENT,
      coverage: { ...CHINESE_CALENDAR_DOCUMENT.coverage, to: localDate('2027-12-31') },
      overrides: [...CHINESE_CALENDAR_DOCUMENT.overrides, holiday],
    });
    const clock = queryClock(workingDays(1), start, { ...CALENDAR, working });
    expect(local(clock.dueAt)).toBe('2027-01-04 17:30');
    expect(clock.provisional).toBe(false);
  });

  it('minutes day and night need no calendar', () => {
    const levels = withSpan(elapsedMinutes(45))[0]!.levels.slice(0, 2);
    const clock = queryClock(elapsedMinutes(45), [assigned('2026-12-31 23:50')], CALENDAR, { levels });
    expect(clock.provisional).toBe(false);
    expect(local(clock.dueAt)).toBe('2027-01-01 00:35');
  });

  it('nor do hours that are open every day', () => {
    const everyDay = {
      ...CALENDAR,
      hours: [{ ...STANDARD_SERVICE_HOURS, days: 'every-day' as const }] as const,
    };
    expect(queryClock(workingDays(1), start, everyDay).provisional).toBe(false);
  });
});
