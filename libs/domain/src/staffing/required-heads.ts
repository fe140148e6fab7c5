import { loadOf, outlookOf, type QueueDemand } from './erlang';

export interface ServiceTarget {
  /** Part of the callers to be answered in time, above 0 and below 1. */
  readonly serviceLevel: number;
  readonly withinSeconds: number;
  /** Agents are not kept busy above this part of their time. */
  readonly mostOccupancy: number;
}

/** Fewest agents at the phone that reach the target; 0 where nobody calls. */
export function requiredAgents(demand: QueueDemand, target: ServiceTarget): number {
  const load = loadOf(demand);
  if (load <= 0) return 0;
  let agents = Math.max(Math.floor(load) + 1, Math.ceil(load / target.mostOccupancy - SLACK));
  while (outlookOf(demand, agents, target.withinSeconds).serviceLevel < target.serviceLevel) agents++;
  return agents;
}

/** What arithmetic with fractions adds is no head: 7 ÷ (1 − 0.3) is 10. */
const SLACK = 1e-9;

/**
 * Heads to roster for the agents of all queues together: N ÷ (1 − shrinkage), rounded up once; rounding queue by queue
 * would roster too many. @param shrinkage part of the rostered time in which nobody is at the phone, 0 to below 1
 */
export function rosteredHeads(agentsByQueue: readonly number[], shrinkage: number): number {
  const agents = agentsByQueue.reduce((sum, each) => sum + each, 0);
  return Math.max(0, Math.ceil(agents / (1 - shrinkage) - SLACK));
}
