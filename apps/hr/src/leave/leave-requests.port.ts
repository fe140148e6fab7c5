import type { LeavePaperWord, LeaveState, LeaveStepState } from '@switchyard/contracts';
import type {
  AnnualUse,
  ApproverKind,
  LeaveHalfDay,
  LeaveKind,
  LeaveSpan,
  LocalDate,
} from '@switchyard/domain';
import type { PeopleFilter } from '../attendance/people/people';
import type { Page } from '../attendance/punches.port';

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

export interface LeaveFilter extends PeopleFilter {
  readonly kind?: LeaveKind;
  readonly state?: LeaveState;
  readonly from?: string;
  readonly to?: string;
  /** Papers missing on this day though they were due. */
  readonly papersDueBefore?: LocalDate;
  /** Whose next step, or whose asked cancellation, is for one of these kinds to decide. */
  readonly waitingFor?: readonly ApproverKind[];
  readonly cancelAsked?: boolean;
}

export interface AwayDay {
  readonly date: string;
  readonly all: number;
  readonly annual: number;
}

export interface DayOfLeave {
  readonly staffNumber: string;
  readonly name: string;
  readonly date: string;
  readonly half: 'am' | 'pm' | 'whole';
  readonly kind: LeaveKind;
  readonly approved: boolean;
  readonly leaveId: string;
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
  abstract history(id: string): Promise<readonly LeaveEvent[]>;
  abstract halfDays(id: string): Promise<readonly LeaveHalfDay[]>;
  /** The newest application first. */
  abstract list(filter: LeaveFilter, limit: number, cursor?: string): Promise<Page<Leave>>;
  /** By day, then by staff number. */
  abstract daysBetween(
    from: string,
    to: string,
    filter: PeopleFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<DayOfLeave>>;
  /** How many of a department are away on days, with leave asked for or approved, `but` not counted. */
  abstract away(
    departmentCode: string,
    but: string,
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly AwayDay[]>;
  /** Whether leave of a kind lies in a time, the leave `but` not counted. */
  abstract hasTaken(
    staffNumber: string,
    kind: LeaveKind,
    from: LocalDate,
    to: LocalDate,
    but?: string,
  ): Promise<boolean>;
  /** Half days of annual leave by person and year. */
  abstract annualUse(
    staffNumbers: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<number, AnnualUse>>>;
  /** Days that HR set, by person and year. */
  abstract entitlements(
    staffNumbers: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>>;
  abstract setEntitlement(
    entitlement: {
      readonly staffNumber: string;
      readonly year: number;
      readonly days: number;
      readonly reason: string;
    },
    at: Date,
    by: string,
  ): Promise<void>;
}
