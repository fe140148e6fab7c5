import {
  addDays,
  buildCalendar,
  callDays,
  type CallInterval,
  CHINESE_CALENDAR_DOCUMENT,
  daysBetween,
  isWorkingDay,
  type LocalDate,
  localDate,
  lotOf,
  measureForecast,
  type NeededHeads,
  type ProposalRequest,
  proposeRoster,
  type RosterFacts,
  type RosterStaff,
  type ShiftTemplate,
  type SolveMilp,
  STANDARD_ROSTER_POLICY,
  STANDARD_STAFFING_POLICY,
  weekdayOf,
} from '@switchyard/domain';
import { loadSolver } from '../../../apps/hr/src/staffing/propose/highs-solver';

export interface RosterFigures {
  /** Seconds that the solver took for 200 agents and a month; 60 are allowed. */
  readonly rosterSeconds: number;
  /** The same with everything around it: reading the plan, smoothing, checks. */
  readonly rosterTotalSeconds: number;
  /** Hard violations that the proposal was left with. */
  readonly rosterUnmet: number;
  readonly rosterUnmetByCode: Readonly<Record<string, number>>;
  readonly rosterCutByTime: boolean;
  /** Error of the forecast ÷ error of "as in the week before", on held-out weeks. */
  readonly forecastErrorVsNaive: number;
}

const AGENTS = 200;
const LEADERS = 16;
const SOLVER_SECONDS = 60;
const MONTH = { from: localDate('2026-12-01'), to: localDate('2026-12-31') };
const WORK_DAYS = 23;

/** Proposes December 2026 for 200 agents and their leaders, and measures the forecast on a history of a year. */
export async function rosterBench(): Promise<RosterFigures> {
  const solve = await loadSolver();
  let solverMs = 0;
  const timed: SolveMilp = (model, limits) => {
    const start = performance.now();
    const answer = solve(model, limits);
    solverMs += performance.now() - start;
    return answer;
  };
  const start = performance.now();
  const proposal = proposeRoster(monthOfAgents(), timed, () => undefined);
  const totalMs = performance.now() - start;
  const rosterUnmetByCode: Record<string, number> = {};
  for (const { code } of proposal.unmet) rosterUnmetByCode[code] = (rosterUnmetByCode[code] ?? 0) + 1;
  return {
    rosterSeconds: seconds(solverMs),
    rosterTotalSeconds: seconds(totalMs),
    rosterUnmetByCode,
    rosterUnmet: proposal.unmet.filter(({ severity }) => severity === 'hard').length,
    rosterCutByTime: proposal.cutByTime,
    forecastErrorVsNaive: forecastAgainstNaive(),
  };
}

function monthOfAgents(): ProposalRequest {
  const templates = [shift('day-8', 420, 900), shift('evening-8', 900, 1380), shift('night-8', 1380, 1860)];
  const staff = [
    ...Array.from({ length: AGENTS }, (_, index) =>
      person(`A${String(index).padStart(3, '0')}`, false, index % 10 === 0),
    ),
    ...Array.from({ length: LEADERS }, (_, index) =>
      person(`L${String(index).padStart(3, '0')}`, true, false),
    ),
  ];
  const days = daysOf(MONTH.from, daysBetween(MONTH.from, MONTH.to) + 1);
  const onDays = (kind: string, part: number) =>
    staff.flatMap(({ staffNumber }) =>
      days
        .filter((date) => lotOf(kind, `${staffNumber} ${date}`) < part)
        .map((date) => ({ staffNumber, date })),
    );
  const facts: RosterFacts = {
    ...MONTH,
    shifts: [],
    staff,
    needs: needs(days),
    leave: fewADay(onDays('leave', 0.02)),
    // The nights that begin in the month before.
    others: [...staff.slice(0, 30), ...staff.slice(AGENTS, AGENTS + 2)].map(({ staffNumber }) =>
      night(staffNumber, addDays(MONTH.from, -1)),
    ),
    wishes: [
      ...onDays('off', 0.04).map(({ staffNumber, date }) => ({
        staffNumber,
        day: date,
        kind: 'day-off' as const,
      })),
      ...onDays('no night', 0.02).map(({ staffNumber, date }) => ({
        staffNumber,
        day: date,
        kind: 'not-shift' as const,
        templateCode: 'night-8',
      })),
    ],
    enabledTemplates: new Set(templates.map(({ code }) => code)),
    nightTemplates: new Set(['night-8']),
    policy: {
      ...STANDARD_ROSTER_POLICY,
      skillCover: [{ skill: 'english', fromMinute: 480, toMinute: 1320, least: 1 }],
    },
  };
  return { facts, templates, workDays: WORK_DAYS, seed: 'bench', seconds: SOLVER_SECONDS };
}

/** Leave is approved for five a day at the most (C18). */
function fewADay<T extends { readonly date: LocalDate }>(leave: readonly T[]): T[] {
  const { mostOffADay } = STANDARD_ROSTER_POLICY;
  return leave.filter(
    (one, index) => leave.slice(0, index).filter(({ date }) => date === one.date).length < mostOffADay,
  );
}

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

const daysOf = (from: LocalDate, count: number): LocalDate[] =>
  Array.from({ length: count }, (_, offset) => addDays(from, offset));

function shift(code: string, startMinute: number, endMinute: number): ShiftTemplate {
  const breaks = [{ fromMinute: startMinute + 240, toMinute: startMinute + 270 }];
  return { code, version: 1, nameZh: code, nameEn: code, startMinute, endMinute, breaks, enabled: true };
}

function person(staffNumber: string, leader: boolean, english: boolean): RosterStaff {
  const facts = { staffNumber, name: staffNumber, leader, skills: english ? ['english'] : [] };
  return { ...facts, suspended: false, hiredOn: localDate('2020-01-01') };
}

function night(staffNumber: string, workDate: LocalDate): RosterFacts['others'][number] {
  const startAt = new Date(`${workDate}T23:00:00+08:00`);
  const times = { startAt, endAt: new Date(startAt.getTime() + 8 * 3_600_000), breaks: [] };
  return { staffNumber, workDate, ...times, templateCode: 'night-8', duty: 'regular' };
}

/** 85 % of what the agents' days can give, less at weekends and at night. */
function needs(days: readonly LocalDate[]): NeededHeads[] {
  const daily = ((AGENTS * WORK_DAYS) / days.length) * 0.85;
  return days.flatMap((date) =>
    Array.from({ length: 48 }, (_, slot) => {
      const hour = slot / 2;
      const part = hour >= 7 && hour < 15 ? 0.45 : hour >= 15 && hour < 23 ? 0.35 : 0.12;
      const weekend = weekdayOf(date) >= 6 ? 0.7 : 1;
      const heads = Math.ceil(daily * part * weekend * (0.85 + 0.15 * Math.sin(hour)));
      return { date, minute: slot * 30, minutes: 30, heads };
    }),
  );
}

/** A year of half hours with a week's and a day's shape, holidays, growth, a storm a month, and noise. */
function forecastAgainstNaive(): number {
  const calendar = buildCalendar(CHINESE_CALENDAR_DOCUMENT);
  const history = daysOf(localDate('2025-11-23'), 364).flatMap((date, day) =>
    Array.from({ length: 48 }, (_, slot): CallInterval => {
      const hour = slot / 2;
      const shape = hour < 7 || hour >= 23 ? 0.15 : 1 + Math.sin(((hour - 7) / 16) * Math.PI);
      const level = (isWorkingDay(calendar, date) ? 1 : 0.6) * (1 + day / 1000) * (day % 31 === 17 ? 2 : 1);
      const noise = lotOf('noise', `${date} ${slot}`) + lotOf('more', `${date} ${slot}`) - 1;
      return { date, minute: slot * 30, calls: Math.round(60 * shape * level * (1 + 0.35 * noise)) };
    }),
  );
  const { halfLifeWeeks, heldOutWeeks, standardHandlingSeconds } = STANDARD_STAFFING_POLICY;
  const settings = { slotMinutes: 30, halfLifeWeeks, standardHandlingSeconds };
  const { versusNaive } = measureForecast(callDays(history, 30), calendar, heldOutWeeks, settings);
  if (versusNaive === undefined) throw new Error('the history is too short to measure the forecast');
  return Math.round(versusNaive * 1000) / 1000;
}
