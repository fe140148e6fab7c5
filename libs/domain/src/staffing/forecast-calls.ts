import { type WorkingCalendar } from '../calendar';
import { addDays, daysBetween, type LocalDate } from '../shared';
import type { CallDay } from './call-history';
import { type CallDayType, callDayTypeOf } from './call-day-type';
import { clipped, median, weightedMean } from './robust';

export interface ForecastSettings {
  readonly slotMinutes: number;
  readonly halfLifeWeeks: number;
  readonly standardHandlingSeconds: number;
}

export interface ForecastInterval {
  readonly date: LocalDate;
  readonly minute: number;
  readonly calls: number;
  readonly handlingSeconds: number;
}

/**
 * Calls per interval of the days from `from` to `to`: the level of the day's type, from its past days with outliers drawn in
 * and the recent counting most, spread over the day as such days were. A holiday is as past holidays were, and as a Sunday
 * while there were none; a make-up working day as those before it, else as a working day. Days at or after
 * `from` in the history are not looked at. Without any history nothing is forecast.
 */
export function forecastCalls(
  history: readonly CallDay[],
  calendar: WorkingCalendar,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  settings: ForecastSettings,
): ForecastInterval[] {
  const past = history.filter(({ date }) => date < from);
  if (past.length === 0) return [];
  const seasons = new Seasons(past, calendar, from, settings);
  const forecast: ForecastInterval[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) forecast.push(...seasons.dayAt(date));
  return forecast;
}

interface TypedDay extends CallDay {
  readonly type: CallDayType;
  readonly weight: number;
}

class Seasons {
  private readonly days: readonly TypedDay[];
  private readonly handling: readonly number[];
  private readonly levels = new Map<CallDayType, number | undefined>();
  private readonly profiles = new Map<CallDayType, readonly number[]>();

  constructor(
    past: readonly CallDay[],
    private readonly calendar: WorkingCalendar,
    from: LocalDate,
    private readonly settings: ForecastSettings,
  ) {
    this.days = past.map((day) => ({
      ...day,
      type: callDayTypeOf(calendar, day.date),
      weight: 0.5 ** (daysBetween(day.date, from) / 7 / settings.halfLifeWeeks),
    }));
    this.handling = handlingBySlot(past, settings.standardHandlingSeconds);
  }

  dayAt(date: LocalDate): ForecastInterval[] {
    const type = callDayTypeOf(this.calendar, date);
    const level = this.levelOn(type);
    const { slotMinutes } = this.settings;
    return this.profileOf(type).map((share, slot) => ({
      date,
      minute: slot * slotMinutes,
      calls: level * share,
      handlingSeconds: this.handling[slot] ?? this.settings.standardHandlingSeconds,
    }));
  }

  private levelOn(type: CallDayType): number {
    if (type === 'holiday') {
      const asSunday = () => Math.min(this.ordinaryLevel(7), this.workingLevel());
      return this.rareLevel('holiday') ?? asSunday();
    }
    if (type === 'make-up') return this.rareLevel('make-up') ?? this.workingLevel();
    return this.ordinaryLevel(type);
  }

  /** Of a weekday; of all days where it has no past. */
  private ordinaryLevel(type: CallDayType): number {
    return this.levelOf(type) ?? weightedMean(this.days.map(({ total, weight }) => [total, weight]));
  }

  private workingLevel(): number {
    const levels = ([1, 2, 3, 4, 5] as const).map((weekday) => this.ordinaryLevel(weekday));
    return levels.reduce((sum, level) => sum + level, 0) / levels.length;
  }

  /** The middle of such days, which are few; undefined while there were none. */
  private rareLevel(type: 'holiday' | 'make-up'): number | undefined {
    const totals = this.days.filter((day) => day.type === type).map(({ total }) => total);
    return totals.length > 0 ? median(totals) : undefined;
  }

  private levelOf(type: CallDayType): number | undefined {
    if (this.levels.has(type)) return this.levels.get(type);
    const days = this.days.filter((day) => day.type === type);
    const totals = clipped(days.map(({ total }) => total));
    const level =
      days.length === 0
        ? undefined
        : weightedMean(days.map(({ weight }, index) => [totals[index] ?? 0, weight]));
    this.levels.set(type, level);
    return level;
  }

  /** Share of each slot of such a day; they sum to 1 where there were calls. */
  private profileOf(type: CallDayType): readonly number[] {
    const known = this.profiles.get(type);
    if (known) return known;
    const profile = profileFrom(this.likeDays(type));
    this.profiles.set(type, profile);
    return profile;
  }

  private likeDays(type: CallDayType): readonly TypedDay[] {
    const such = this.days.filter((day) => day.type === type);
    if (such.length >= (type === 'holiday' || type === 'make-up' ? 3 : 1)) return such;
    const like = this.days.filter((day) =>
      type === 'holiday' ? day.type === 7 : day.type !== 6 && day.type !== 7 && day.type !== 'holiday',
    );
    return like.length > 0 ? like : this.days;
  }
}

/** Slot by slot with its outliers drawn in, so that one evening's storm does not come back every week. */
function profileFrom(days: readonly TypedDay[]): readonly number[] {
  const slots = days[0]?.calls.length ?? 0;
  const busy = days.filter(({ total }) => total > 0);
  const shares = Array.from({ length: slots }, (_, slot) => {
    const values = clipped(busy.map(({ calls, total }) => (calls[slot] ?? 0) / total));
    return weightedMean(busy.map(({ weight }, index) => [values[index] ?? 0, weight]));
  });
  const sum = shares.reduce((all, share) => all + share, 0);
  return sum > 0 ? shares.map((share) => share / sum) : shares;
}

/** Calls that make a slot's own handling time worth more than the day's. */
const CALLS_FOR_ITS_OWN = 50;

function handlingBySlot(days: readonly CallDay[], standard: number): number[] {
  const slots = days[0]?.calls.length ?? 0;
  const sum = (pick: (day: CallDay) => number) => days.reduce((all, day) => all + pick(day), 0);
  const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const calls = sum(({ workedCalls }) => total(workedCalls));
  const overall = calls > 0 ? sum(({ workSeconds }) => total(workSeconds)) / calls : standard;
  return Array.from({ length: slots }, (_, slot) => {
    const worked = sum(({ workedCalls }) => workedCalls[slot] ?? 0);
    const seconds = sum(({ workSeconds }) => workSeconds[slot] ?? 0);
    return (seconds + overall * CALLS_FOR_ITS_OWN) / (worked + CALLS_FOR_ITS_OWN);
  });
}
