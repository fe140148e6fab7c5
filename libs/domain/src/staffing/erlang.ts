/**
 * Probability that a call finds all agents busy where nobody waits (Erlang B), by the recursion that neither overflows
 * nor cancels. @param load erlangs, calls × handling time ÷ length of the interval
 */
export function erlangB(load: number, agents: number): number {
  let blocked = 1;
  for (let servers = 1; servers <= agents; servers++) {
    blocked = (load * blocked) / (servers + load * blocked);
  }
  return blocked;
}

/** Probability that a caller waits (Erlang C); 1 where agents ≤ load: the queue grows without end. */
export function erlangC(load: number, agents: number): number {
  if (load <= 0) return 0;
  if (agents <= load) return 1;
  const blocked = erlangB(load, agents);
  return (agents * blocked) / (agents - load * (1 - blocked));
}

export interface QueueDemand {
  /** Calls offered in the interval; need not be whole. */
  readonly calls: number;
  readonly intervalMinutes: number;
  /** Talk with hold and after-call work (C14), seconds. */
  readonly handlingSeconds: number;
}

export interface QueueOutlook {
  readonly loadErlangs: number;
  /** False where agents ≤ load; then nobody is answered in time and the wait has no end. */
  readonly stable: boolean;
  readonly waitProbability: number;
  /** Part of the callers who are answered within the seconds asked for, 0 to 1. */
  readonly serviceLevel: number;
  /** Mean wait of all callers, seconds; undefined where not stable. */
  readonly averageWaitSeconds?: number;
  /** Part of the agents' time that is busy, at most 1; 0 without agents. */
  readonly occupancy: number;
}

export const loadOf = ({ calls, handlingSeconds, intervalMinutes }: QueueDemand): number =>
  (calls * handlingSeconds) / (intervalMinutes * 60);

/** What so many agents would make of the demand (Erlang C). */
export function outlookOf(demand: QueueDemand, agents: number, withinSeconds: number): QueueOutlook {
  const loadErlangs = loadOf(demand);
  if (loadErlangs === 0)
    return {
      loadErlangs,
      stable: true,
      waitProbability: 0,
      serviceLevel: 1,
      averageWaitSeconds: 0,
      occupancy: 0,
    };
  const waitProbability = erlangC(loadErlangs, agents);
  if (agents <= loadErlangs) {
    return { loadErlangs, stable: false, waitProbability, serviceLevel: 0, occupancy: agents > 0 ? 1 : 0 };
  }
  const free = agents - loadErlangs;
  const { handlingSeconds } = demand;
  return {
    loadErlangs,
    stable: true,
    waitProbability,
    serviceLevel: 1 - waitProbability * Math.exp((-free * withinSeconds) / handlingSeconds),
    averageWaitSeconds: (waitProbability * handlingSeconds) / free,
    occupancy: loadErlangs / agents,
  };
}
