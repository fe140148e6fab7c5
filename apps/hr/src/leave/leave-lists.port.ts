import type { LeaveState } from '@switchyard/contracts';
import type { ApproverKind, LeaveHalfDay, LeaveKind, LocalDate } from '@switchyard/domain';
import type { PeopleFilter } from '../attendance/people/people';
import type { Page } from '../attendance/punches.port';
import type { Leave, LeaveEvent } from './leave-requests.port';

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

/** What is read of leave: applications, their days and their history, and who is away. */
export abstract class LeaveLists {
  abstract history(id: string): Promise<readonly LeaveEvent[]>;
  abstract halfDays(id: string): Promise<readonly LeaveHalfDay[]>;
  /** The newest application first; a page is full of those that are wanted, as far as there are any. */
  abstract list(
    filter: LeaveFilter,
    limit: number,
    cursor?: string,
    isWanted?: (leave: Leave) => boolean,
  ): Promise<Page<Leave>>;
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
}
