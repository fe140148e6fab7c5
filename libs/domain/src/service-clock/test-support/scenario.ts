import { CHINESE_CALENDAR } from '../../calendar';
import { clocksOf, type ServiceClock } from '../engine';
import {
  type ClockEvent,
  type ClockFacts,
  type ClockPolicyVersion,
  type ClockSpan,
  STANDARD_CLOCK_POLICY_VERSIONS,
} from '../policy';
import { type ClockCalendar, STANDARD_SERVICE_HOURS } from '../time';

export const CALENDAR: ClockCalendar = { working: CHINESE_CALENDAR, hours: [STANDARD_SERVICE_HOURS] };

/** '2026-05-08 10:00' in China. */
export function cn(local: string): Date {
  const at = new Date(`${local.replace(' ', 'T')}:00+08:00`);
  if (Number.isNaN(at.getTime())) throw new Error(`${local} is no local time`);
  return at;
}

/** The same text of an instant. */
export function local(at: Date | undefined): string | undefined {
  return at && new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function event(
  type: string,
  time: string,
  data: Readonly<Record<string, unknown>> = {},
  owner = 'centre',
): ClockEvent {
  return { type, at: cn(time), owner, data };
}

export const assigned = (time: string, department = 'business'): ClockEvent =>
  event('assigned', time, { department }, department);

/** The clocks of a work order by the standard's limits. */
export function clocks(
  facts: ClockFacts,
  events: readonly ClockEvent[],
  calendar: ClockCalendar = CALENDAR,
  policies: readonly ClockPolicyVersion[] = STANDARD_CLOCK_POLICY_VERSIONS,
): ServiceClock[] {
  const ofCustomer: ClockFacts = { contactable: true, ...facts };
  return clocksOf({ subject: 'work-order', facts: ofCustomer }, events, policies, calendar);
}

/** The standard's L07 (a query at its department) with another length. */
export function withSpan(span: ClockSpan, changed: Partial<ClockPolicyVersion> = {}): ClockPolicyVersion[] {
  const query = STANDARD_CLOCK_POLICY_VERSIONS.find(({ id }) => id === 'L07');
  if (!query) throw new Error('the standard has no L07');
  return [{ ...query, target: { ...span, restDays: 'move-on' }, ...changed }];
}

/** The clock of a query that lies with its department, under a limit of this length. */
export function queryClock(
  span: ClockSpan,
  events: readonly ClockEvent[],
  calendar: ClockCalendar = CALENDAR,
  changed: Partial<ClockPolicyVersion> = {},
): ServiceClock {
  const [clock] = clocks({ kind: 'query' }, events, calendar, withSpan(span, changed));
  if (!clock) throw new Error('no clock has started');
  return clock;
}

export function stage(found: readonly ServiceClock[], name: string, owner?: string): ServiceClock[] {
  return found.filter((clock) => clock.stage === name && (owner === undefined || clock.owner === owner));
}

export const levelTimes = (clock: ServiceClock): (string | undefined)[] =>
  clock.levels.map(({ at }) => local(at));
