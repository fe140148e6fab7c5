import { laterOf } from '../shared';
import { type BatchState, isFinal } from './batch-state';
import { type CallingHours, nextOpening } from './calling-window';
import type { DialObstacle } from './dial-obstacle';

/** Why a contact is not being dialled now (T2.12), the first that applies in this order. */
export const DIAL_WAIT_REASONS = [
  /** Has its disposition: never dialled again. */
  'settled',
  'batch-not-started',
  'batch-paused',
  'batch-over',
  /** On the line at this moment. */
  'in-call',
  /** The spacing after the attempt before has not run out. */
  'spacing',
  /** Backing off after a failure on our side. */
  'technical-back-off',
  'outside-calling-hours',
  'frequency-cap',
  /** Another call to the number lives. */
  'number-busy',
  /** Its words could not be spoken; tried again. */
  'voice-unavailable',
  /** Whether it was paid cannot be asked; no attempt is spent. */
  'truth-unknown',
  'pbx-not-available',
  /** The batch uses its whole share. */
  'line-share',
  /** Every line is taken, or kept for callers. */
  'no-free-line',
  'calls-per-second',
  /** Nothing stands against it: next in turn. */
  'in-turn',
] as const;
export type DialWaitReason = (typeof DIAL_WAIT_REASONS)[number];

/** Why the dialer put a contact off that was due: told instead of the spacing after an attempt. */
const DEFERRALS = ['outside-calling-hours', 'frequency-cap', 'number-busy', 'voice-unavailable'] as const;
export type DialDeferral = (typeof DEFERRALS)[number];

/** The deferral that a stored wait reason speaks of, if it speaks of one. */
export function deferralOf(waitReason: string): DialDeferral | undefined {
  return DEFERRALS.find((deferral) => deferral === waitReason);
}

/** What is known of one contact and of its surroundings; leave out what does not stand against a call. */
export interface DialSituation {
  readonly now: Date;
  readonly batchState: BatchState;
  readonly settled: boolean;
  readonly inCall: boolean;
  readonly dueAt: Date;
  /** The attempt before failed on our side. */
  readonly afterTechnicalFailure: boolean;
  /** Put off by the dialer, not spaced after an attempt. */
  readonly deferredFor?: DialDeferral;
  readonly hours: CallingHours;
  /** From `earliestPermitted`. */
  readonly permittedAt: Date;
  readonly numberBusy?: boolean;
  readonly pbxNotAvailable?: boolean;
  /** What the dialer says of the contact's batch. */
  readonly obstacle?: DialObstacle;
}

/** `until` is the earliest instant at which this and every later clock allows a call, where a clock decides. */
export interface DialWait {
  readonly reason: DialWaitReason;
  readonly until?: Date;
}

/** Explains a contact that is not on the line; never throws for a calendar that is sound. */
export function explainWait(situation: DialSituation): DialWait {
  const { now, batchState, dueAt, permittedAt, hours } = situation;
  if (situation.settled) return { reason: 'settled' };
  if (isFinal(batchState)) return { reason: 'batch-over' };
  if (batchState === 'draft' || batchState === 'ready') return { reason: 'batch-not-started' };
  if (situation.inCall) return { reason: 'in-call' };
  if (batchState === 'paused') return { reason: 'batch-paused' };
  const until = nextOpening(hours, laterOf(laterOf(now, dueAt), permittedAt));
  if (dueAt > now) {
    return {
      reason: situation.deferredFor ?? (situation.afterTechnicalFailure ? 'technical-back-off' : 'spacing'),
      until,
    };
  }
  if (nextOpening(hours, now) > now) return { reason: 'outside-calling-hours', until };
  if (permittedAt > now) return { reason: 'frequency-cap', until };
  if (situation.numberBusy) return { reason: 'number-busy' };
  const { obstacle } = situation;
  if (obstacle === 'truth-unknown') return { reason: obstacle };
  return { reason: situation.pbxNotAvailable ? 'pbx-not-available' : (obstacle ?? 'in-turn') };
}
