/** All in milliseconds. */
export interface HealthPolicy {
  /** Calls live and nothing was heard for so long: doubt. */
  readonly silence: number;
  /** A canary is placed at most so often. */
  readonly canaryEvery: number;
  /** An idle node is asked for a sign of life so often. */
  readonly pingEvery: number;
  /** Suspect for so long without any sign of life: the link is given up. */
  readonly giveUp: number;
}

export const HEALTH_POLICY: HealthPolicy = {
  silence: 4_000,
  canaryEvery: 2_000,
  pingEvery: 2_000,
  giveUp: 20_000,
};

/** Times are milliseconds since the epoch. */
export interface Vitals {
  readonly suspectSince: number | undefined;
  readonly lastEventAt: number;
  readonly lastPongAt: number;
  readonly lastPingAt: number;
  readonly lastCanaryAt: number;
  /** A ping went unanswered, a request timed out, or a canary did not sing; cleared by the next canary that does. */
  readonly doubted: boolean;
  readonly busy: 'ping' | 'canary' | undefined;
  readonly liveCalls: number;
}

export type Remedy = 'wait' | 'ping' | 'canary' | 'give-up';

/**
 * What to do about a connected node now (T3.3). ARI answers GETs while calls are wedged, so only events and a
 * canary call prove anything; they are asked for when there is doubt.
 */
export function nextRemedy(now: number, vitals: Vitals, policy: HealthPolicy): Remedy {
  const { suspectSince, lastEventAt, lastPongAt, lastPingAt, lastCanaryAt, doubted, busy, liveCalls } =
    vitals;
  const lastSign = Math.max(lastEventAt, lastPongAt);
  if (suspectSince !== undefined && now - Math.max(suspectSince, lastSign) >= policy.giveUp) return 'give-up';
  if (busy !== undefined) return 'wait';
  const pingDue = now - Math.max(lastSign, lastPingAt) >= policy.pingEvery;
  // A canary that never arrives must not keep a PBX that lives from saying so.
  if (suspectSince !== undefined && pingDue) return 'ping';
  const silent = liveCalls > 0 && now - lastEventAt >= policy.silence;
  const mayTryCanary = now - lastCanaryAt >= policy.canaryEvery;
  if ((doubted || suspectSince !== undefined || silent) && mayTryCanary) return 'canary';
  return pingDue ? 'ping' : 'wait';
}
