import { CHINESE_CALENDAR } from '../calendar';
import { callHoursOf, followUpDue, mayBeCalledAt, nextCallHour } from './call-hours';
import { type FollowedCustomer, STANDARD_FOLLOW_UP_POLICY } from './follow-up-policy';

const at = (local: string) => new Date(`${local}:00+08:00`);
const next = (local: string, customer: FollowedCustomer) =>
  nextCallHour(at(local), customer, STANDARD_FOLLOW_UP_POLICY, CHINESE_CALENDAR);

describe('when a customer may be called (art. 21(11))', () => {
  it.each<[string, FollowedCustomer, string]>([
    ['2026-03-02T10:15', 'organisation', '2026-03-02T10:15'],
    ['2026-03-02T12:00', 'organisation', '2026-03-02T14:00'],
    ['2026-03-02T17:30', 'organisation', '2026-03-03T08:30'],
    ['2026-03-06T18:00', 'organisation', '2026-03-09T08:30'],
    ['2026-09-30T17:45', 'organisation', '2026-10-08T08:30'],
    ['2026-02-14T10:00', 'organisation', '2026-02-14T10:00'],
    ['2026-03-02T19:30', 'resident', '2026-03-02T19:30'],
    ['2026-03-02T13:00', 'resident', '2026-03-02T14:00'],
    ['2026-03-02T22:10', 'resident', '2026-03-03T09:00'],
    ['2026-03-07T10:00', 'resident', '2026-03-07T10:00'],
    ['2026-03-07T12:30', 'sole-trader', '2026-03-07T14:00'],
  ])('from %s, %s: at %s', (from, customer, expected) => {
    const first = next(from, customer);
    expect(first).toEqual(at(expected));
    expect(mayBeCalledAt(first, customer, STANDARD_FOLLOW_UP_POLICY, CHINESE_CALENDAR)).toBe(true);
  });

  it.each<[string, FollowedCustomer]>([
    ['2026-03-02T22:00', 'resident'],
    ['2026-03-02T12:30', 'resident'],
    ['2026-03-07T10:00', 'organisation'],
    ['2026-03-02T20:00', 'organisation'],
  ])('never at %s a %s', (local, customer) => {
    expect(mayBeCalledAt(at(local), customer, STANDARD_FOLLOW_UP_POLICY, CHINESE_CALENDAR)).toBe(false);
  });

  it('is refused to be looked for without end', () => {
    const policy = {
      ...STANDARD_FOLLOW_UP_POLICY,
      hours: { ...STANDARD_FOLLOW_UP_POLICY.hours, resident: { workingDays: [], restDays: [] } },
    };
    expect(() => nextCallHour(at('2026-03-02T10:00'), 'resident', policy, CHINESE_CALENDAR)).toThrow(
      RangeError,
    );
    const day = '2026-03-02' as Parameters<typeof callHoursOf>[0];
    expect(callHoursOf(day, 'resident', policy, CHINESE_CALENDAR)).toEqual([]);
  });
});

describe('when a follow-up is due', () => {
  const due = (local: string, customer: FollowedCustomer = 'resident') =>
    followUpDue(at(local), customer, STANDARD_FOLLOW_UP_POLICY, CHINESE_CALENDAR, (date) =>
      at(`${date}T17:30`),
    );

  it('is the close of business of the next working day, the day itself not counted', () => {
    expect(due('2026-03-02T10:00')).toEqual({
      callFrom: at('2026-03-02T10:00'),
      dueAt: at('2026-03-03T17:30'),
      provisional: false,
    });
    expect(due('2026-03-06T23:30')).toEqual({
      callFrom: at('2026-03-07T09:00'),
      dueAt: at('2026-03-09T17:30'),
      provisional: false,
    });
  });

  it('leaves an organisation a working day after a holiday', () => {
    expect(due('2026-09-30T18:00', 'organisation')).toEqual({
      callFrom: at('2026-10-08T08:30'),
      dueAt: at('2026-10-08T17:30'),
      provisional: false,
    });
  });

  it('is provisional where the calendar does not reach', () => {
    expect(due('2026-12-31T10:00').provisional).toBe(true);
  });
});
