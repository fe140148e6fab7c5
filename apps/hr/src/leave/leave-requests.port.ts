import type { LeavePaperWord, LeaveState, LeaveStepState } from '@switchyard/contracts';
import type { ApproverKind, LeaveHalfDay, LeaveKind, LeaveSpan, LocalDate } from '@switchyard/domain';

export interface NewLeave extends LeaveSpan {
  readonly id: string;
  readonly staffNumber: string;
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly exceptions: readonly string[];
  readonly exceptionReason?: string;
  readonly extendsId?: string;
  readonly reference: string;
  readonly appliedAt: Date;
  readonly appliedBy: string;
}

export interface LeaveStep {
  readonly place: number;
  readonly approverKind: ApproverKind;
  readonly state: LeaveStepState;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly alternate?: boolean;
  readonly note?: string;
}

export interface LeavePaper {
  readonly id: string;
  readonly kind: LeavePaperWord;
  readonly fileKey: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly addedAt: string;
}

export interface Leave extends NewLeave {
  readonly name: string;
  readonly departmentCode: string;
  /** Half days that count. */
  readonly halves: number;
  readonly state: LeaveState;
  readonly steps: readonly LeaveStep[];
  readonly papers: readonly LeavePaper[];
  readonly decidedAt?: Date;
  readonly papersDue?: LocalDate;
  readonly cancelFrom?: LocalDate;
  readonly cancelReason?: string;
  readonly cancelAskedAt?: Date;
}

export interface LeaveEvent {
  readonly kind: string;
  readonly note?: string;
  readonly at: Date;
  readonly by: string;
}

/** Leave that was asked for, with its steps, days and papers. */
export abstract class LeaveRequests {
  /** Nobody else asks for leave in the department until the transaction ends. */
  abstract lockDepartment(departmentCode: string): Promise<void>;
  /** False when the reference is taken. @throws DomainError `leave.already-on-leave` */
  abstract add(
    leave: NewLeave,
    days: readonly LeaveHalfDay[],
    steps: readonly ApproverKind[],
  ): Promise<boolean>;
  abstract find(id: string): Promise<Leave | undefined>;
  abstract ofReference(reference: string): Promise<Leave | undefined>;
  /** Nobody else changes it until the transaction ends. */
  abstract lock(id: string): Promise<Leave | undefined>;
  abstract decideStep(
    id: string,
    step: Required<Omit<LeaveStep, 'note' | 'approverKind' | 'decidedAt'>> & {
      readonly at: Date;
      readonly note?: string;
    },
  ): Promise<void>;
  /** Ends it, or approves it; its days follow. */
  abstract settle(id: string, state: LeaveState, at: Date, papersDue?: LocalDate): Promise<void>;
  abstract askCancellation(id: string, from: LocalDate, reason: string, at: Date): Promise<void>;
  abstract clearCancellation(id: string): Promise<void>;
  /** Ends the days from one on; the leave is shorter, or cancelled when nothing is left of it. */
  abstract shorten(id: string, from: LocalDate): Promise<void>;
  /** What lies beyond its taker's employment: asked for from that day on, or approved on days of it; at most 500. */
  abstract beyondEmployment(
    id?: string,
  ): Promise<readonly { readonly id: string; readonly leftOn: LocalDate }[]>;
  abstract addPaper(
    leaveId: string,
    paper: Omit<LeavePaper, 'addedAt'> & { readonly at: Date; readonly by: string },
  ): Promise<void>;
  abstract tell(id: string, event: LeaveEvent): Promise<void>;
}
