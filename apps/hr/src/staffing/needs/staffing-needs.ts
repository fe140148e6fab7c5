import { Inject, Injectable } from '@nestjs/common';
import {
  type LocalDate,
  type QueueDemand,
  requiredAgents,
  rosteredHeads,
  type ServiceTarget,
  type StaffingPolicy,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Forecasts } from '../forecasts.port';

export interface NeededInterval {
  readonly date: LocalDate;
  readonly minute: number;
  readonly minutes: number;
  /** At the phone, all queues together. */
  readonly agents: number;
  /** To be rostered. */
  readonly heads: number;
}

/** Heads that the latest forecasts need, by the policy in force. */
@Injectable()
export class StaffingNeeds {
  constructor(
    private readonly forecasts: Forecasts,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By day and time; days without a forecast are left out. */
  async between(from: LocalDate, to: LocalDate): Promise<readonly NeededInterval[]> {
    const policy = await this.policies.inForce('staffing', this.clock.now());
    const forecasts = await this.forecasts.latest(from, to);
    const queues = new Map<string, { date: LocalDate; minute: number; minutes: number; agents: number[] }>();
    for (const { intervals, intervalMinutes } of forecasts) {
      for (const { date, minute, calls, handlingSeconds } of intervals) {
        const agents = agentsFor({ calls, handlingSeconds, intervalMinutes }, policy);
        // A forecast of hours beside one of half hours counts in both of its halves.
        for (let start = minute; start < minute + intervalMinutes; start += SMALLEST) {
          const key = `${date} ${String(start).padStart(4, '0')}`;
          const interval = queues.get(key) ?? { date, minute: start, minutes: SMALLEST, agents: [] };
          interval.agents.push(agents);
          queues.set(key, interval);
        }
      }
    }
    return joined(
      [...queues].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each),
      policy,
    );
  }
}

/** Minutes; every length of interval is a multiple of it. */
const SMALLEST = 15;

export function agentsFor(demand: QueueDemand, policy: StaffingPolicy): number {
  return requiredAgents(demand, targetOf(policy));
}

function targetOf({
  serviceLevelPercent,
  withinSeconds,
  mostOccupancyPercent,
}: StaffingPolicy): ServiceTarget {
  return {
    serviceLevel: serviceLevelPercent / 100,
    withinSeconds,
    mostOccupancy: mostOccupancyPercent / 100,
  };
}

/** Heads of the agents of all queues: shrinkage and rounding once, at least as many as policy says. */
export function headsFor(
  agents: readonly number[],
  { shrinkagePercent, leastHeads }: StaffingPolicy,
): number {
  return Math.max(leastHeads, rosteredHeads(agents, shrinkagePercent / 100));
}

interface Quarter {
  readonly date: LocalDate;
  readonly minute: number;
  readonly minutes: number;
  readonly agents: readonly number[];
}

/** Quarters of one planning interval as one. */
function joined(quarters: readonly Quarter[], policy: StaffingPolicy): NeededInterval[] {
  const intervals: NeededInterval[] = [];
  for (const { date, minute, minutes, agents } of quarters) {
    const last = intervals.at(-1);
    const sum = agents.reduce((all, each) => all + each, 0);
    const heads = headsFor(agents, policy);
    const isNext =
      last?.date === date &&
      last.minute + last.minutes === minute &&
      last.heads === heads &&
      last.agents === sum;
    if (last && isNext && minute % policy.intervalMinutes !== 0) {
      intervals[intervals.length - 1] = { ...last, minutes: last.minutes + minutes };
    } else intervals.push({ date, minute, minutes, agents: sum, heads });
  }
  return intervals;
}
