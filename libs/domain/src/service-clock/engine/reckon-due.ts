import type { ClockSpan } from '../policy';
import {
  afterCalendarDays,
  afterCounted,
  afterMonths,
  afterWorkingDays,
  type ClockCalendar,
  type Pauses,
  type Reckoned,
  type RestDayRule,
} from '../time';
import type { DueSource } from './clock';
import { type Draft, latest } from './draft';

const DAY_MS = 86_400_000;

export interface Due {
  readonly by: DueSource;
  /** A fixed date is not moved by pauses (glpi#17186). */
  readonly fixed: boolean;
  /** Absent while the clock stands still. */
  readonly reckoned: Reckoned | undefined;
}

export function dueOf(draft: Draft, calendar: ClockCalendar): Due {
  const { policy, manualDueAt, givenAt, startedAt, pauses } = draft;
  if (manualDueAt) return fixed('manual', latest(manualDueAt, startedAt));
  const { target } = policy;
  if (draft.span) {
    const restDays = target.unit === 'given' ? 'move-on' : target.restDays;
    return {
      by: 're-targeted',
      fixed: false,
      reckoned: after(calendar, startedAt, draft.span, restDays, pauses),
    };
  }
  if (target.unit === 'given') {
    const at = new Date((givenAt ?? startedAt).getTime() - target.daysBefore * DAY_MS);
    return fixed('given', latest(at, startedAt));
  }
  return {
    by: 'policy',
    fixed: false,
    reckoned: after(calendar, startedAt, target, target.restDays, pauses),
  };
}

/** The instant a span of time after another one, by the rules of its unit. */
export function after(
  calendar: ClockCalendar,
  start: Date,
  { value, unit }: ClockSpan,
  restDays: RestDayRule,
  pauses: Pauses,
): Reckoned | undefined {
  switch (unit) {
    case 'elapsed-minutes':
    case 'business-minutes':
      return afterCounted(calendar, unit, start, value * 60_000, pauses);
    case 'working-days':
      return afterWorkingDays(calendar, start, value, pauses);
    case 'calendar-days':
      return afterCalendarDays(calendar, start, value, restDays, pauses);
    case 'months':
      return afterMonths(calendar, start, value, restDays, pauses);
  }
}

function fixed(by: DueSource, at: Date): Due {
  return { by, fixed: true, reckoned: { at, provisional: false } };
}
