import {
  type BatchState,
  type CallingHours,
  type DialObstacle,
  type DialWaitReason,
  explainWait,
} from '@switchyard/domain';
import type { WaitingGroup } from './figures.port';

export type WaitReason = DialWaitReason | 'do-not-call';

const HOUR_MS = 3_600_000;

/** Why contacts of a group are not dialled now (T2.12). On the register: handed off instead of dialled. */
export function waitReasonOf(
  group: WaitingGroup,
  batchState: BatchState,
  hours: CallingHours,
  surroundings: { readonly pbxAvailable: boolean; readonly obstacle: DialObstacle | undefined },
  now: Date,
): WaitReason {
  const later = new Date(now.getTime() + HOUR_MS);
  const { reason } = explainWait({
    now,
    batchState,
    settled: false,
    inCall: false,
    dueAt: group.due ? now : later,
    afterTechnicalFailure: group.afterTechnicalFailure,
    deferredFor: group.deferredFor ?? undefined,
    hours,
    permittedAt: group.capped ? later : now,
    numberBusy: group.numberBusy,
    pbxNotAvailable: !surroundings.pbxAvailable,
    obstacle: surroundings.obstacle,
  });
  return group.doNotCall && group.due && batchState === 'running' ? 'do-not-call' : reason;
}
