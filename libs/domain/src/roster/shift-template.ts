import { type DocumentProblem, formatTimeOfDay, instantAt, type LocalDate, MINUTES_PER_DAY } from '../shared';

export interface ShiftBreak {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Minutes since midnight of the day on which the shift starts; beyond 1440 lies the next day. */
export interface ShiftTemplate {
  readonly code: string;
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly startMinute: number;
  /** At most a day behind the start. */
  readonly endMinute: number;
  readonly breaks: readonly ShiftBreak[];
  /** What is not enabled is in no new roster (C7); rosters made by it stay as they are. */
  readonly enabled: boolean;
  readonly note?: string;
}

export interface ShiftTimes {
  readonly startAt: Date;
  readonly endAt: Date;
  readonly breaks: readonly { readonly startAt: Date; readonly endAt: Date }[];
}

/** The shift of a day as instants: what is told to staff does not change when the template does. */
export function timesOf(
  template: Pick<ShiftTemplate, 'startMinute' | 'endMinute' | 'breaks'>,
  workDate: LocalDate,
): ShiftTimes {
  const at = (minute: number) => instantAt(workDate, minute);
  return {
    startAt: at(template.startMinute),
    endAt: at(template.endMinute),
    breaks: template.breaks.map(({ fromMinute, toMinute }) => ({
      startAt: at(fromMinute),
      endAt: at(toMinute),
    })),
  };
}

/** What makes the hours no shift; empty when nothing does. */
export function shiftProblems(
  template: Pick<ShiftTemplate, 'startMinute' | 'endMinute' | 'breaks'>,
): DocumentProblem[] {
  const { startMinute, endMinute, breaks } = template;
  const problems: DocumentProblem[] = [];
  if (startMinute < 0 || startMinute >= MINUTES_PER_DAY) {
    problems.push({ path: 'startMinute', problem: 'must be 0 to 1439, minutes since midnight' });
  }
  if (endMinute <= startMinute || endMinute > startMinute + MINUTES_PER_DAY) {
    const problem = `must be above startMinute by at most 1440; an end at 06:00 of the next day is ${MINUTES_PER_DAY + 360}`;
    problems.push({ path: 'endMinute', problem });
  }
  let free = startMinute;
  breaks.forEach(({ fromMinute, toMinute }, index) => {
    if (fromMinute < free || toMinute <= fromMinute || toMinute > endMinute) {
      const problem = 'must lie within the shift, behind the break before it, and end after it starts';
      problems.push({ path: `breaks[${index}]`, problem });
    }
    free = toMinute;
  });
  return problems;
}

/** Hours that count as night: 22:00 to 06:00. */
const NIGHT = { fromMinute: 22 * 60, toMinute: 30 * 60 };
const LEAST_NIGHT_MINUTES = 180;

/** Whether a shift has at least three hours between 22:00 and 06:00, for fairness. [ours] */
export function isNightShift({
  startMinute,
  endMinute,
}: Pick<ShiftTemplate, 'startMinute' | 'endMinute'>): boolean {
  const within = (from: number, to: number) =>
    Math.max(0, Math.min(endMinute, to) - Math.max(startMinute, from));
  const { fromMinute, toMinute } = NIGHT;
  const nights =
    within(fromMinute - MINUTES_PER_DAY, toMinute - MINUTES_PER_DAY) + within(fromMinute, toMinute);
  return nights >= LEAST_NIGHT_MINUTES;
}

/** '23:00–07:00+1', as a roster shows it. */
export function shiftHours({
  startMinute,
  endMinute,
}: Pick<ShiftTemplate, 'startMinute' | 'endMinute'>): string {
  const next = endMinute > MINUTES_PER_DAY;
  const end = formatTimeOfDay(next ? endMinute - MINUTES_PER_DAY : endMinute);
  return `${formatTimeOfDay(startMinute)}–${end}${next ? '+1' : ''}`;
}
