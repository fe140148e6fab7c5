import { CHINESE_CALENDAR } from '../calendar';
import { callingHours } from './calling-window';
import { deadlinePassed, defaultDeadline } from './deadline';
import { STANDARD_POLICY } from './standard-policy';

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const resident = callingHours(STANDARD_POLICY, 'resident', CHINESE_CALENDAR);
const organisation = callingHours(STANDARD_POLICY, 'organisation', CHINESE_CALENDAR);

test.each([
  ['Monday morning', '2026-11-23 08:00', '2026-11-24 20:00', false],
  ['Monday just after midnight, Sunday in UTC', '2026-11-23 00:30', '2026-11-24 20:00', false],
  ['Friday', '2026-11-20 17:00', '2026-11-23 20:00', false],
  ['Sunday', '2026-11-22 10:00', '2026-11-23 20:00', false],
  ['before the Golden Week', '2026-09-30 10:00', '2026-10-08 20:00', false],
  ['Friday before a make-up Sunday', '2026-09-18 10:00', '2026-09-20 20:00', false],
  ['the last day that the calendar knows', '2026-12-31 10:00', '2027-01-01 20:00', true],
])('L24: handed in on %s', (_, handedIn, deadline, provisional) => {
  expect(defaultDeadline(at(handedIn), [resident])).toEqual({ at: at(deadline), provisional });
});

test('an organisation’s day ends sooner, a mixed batch’s with the latest', () => {
  expect(defaultDeadline(at('2026-11-23 08:00'), [organisation]).at).toEqual(at('2026-11-24 17:30'));
  expect(defaultDeadline(at('2026-11-23 08:00'), [organisation, resident]).at).toEqual(
    at('2026-11-24 20:00'),
  );
});

test('at the deadline the time is over', () => {
  const deadline = at('2026-11-24 20:00');
  expect(deadlinePassed(deadline, new Date(deadline.getTime() - 1))).toBe(false);
  expect(deadlinePassed(deadline, deadline)).toBe(true);
});
