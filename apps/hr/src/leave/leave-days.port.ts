import type { LeaveHalf, LeaveKind } from '@switchyard/domain';

/** Part of a day on which somebody has leave that was approved. */
export interface LeaveDay {
  readonly staffNumber: string;
  /** 'YYYY-MM-DD', the day on which the shift begins. */
  readonly date: string;
  readonly half: LeaveHalf | 'whole';
  readonly kind: LeaveKind;
  readonly requestId: string;
}

/** Approved leave, day by day; rest days and holidays inside a leave are not in it. */
export abstract class LeaveDays {
  /** By date; both ends are included. @param staffNumbers everybody unless given */
  abstract between(from: string, to: string, staffNumbers?: readonly string[]): Promise<readonly LeaveDay[]>;
}
