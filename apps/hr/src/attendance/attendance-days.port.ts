import type { AttendanceStatus } from '@switchyard/contracts';
import type {
  AgentCase,
  DayPunch,
  DayVerdict,
  EvaluatedDay,
  Exemption,
  LocalDate,
  PunchDirection,
} from '@switchyard/domain';
import type { RosterEntry } from '../roster/roster-entries.port';
import type { PeopleFilter } from './people/people';
import type { Page } from './punches.port';

/** A shift with what it was. */
export interface JudgedShift {
  readonly entry: RosterEntry;
  readonly verdict: DayVerdict;
}

/** All that was recorded of people in a time, by staff number. */
export interface Records {
  readonly punches: ReadonlyMap<string, readonly DayPunch[]>;
  readonly cases: ReadonlyMap<string, readonly AgentCase[]>;
  readonly exemptions: ReadonlyMap<string, readonly Exemption[]>;
}

export interface AttendanceDay {
  readonly entryId: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly workDate: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly status: AttendanceStatus;
  readonly final: boolean;
  readonly leaveShare: number;
  readonly lateMinutes: number;
  readonly lateBy?: 'first-case' | 'sign-in';
  readonly lateLogged: boolean;
  readonly signedInLateMinutes: number;
  readonly earlyMinutes: number;
  readonly earlyBy?: 'leftover' | 'sign-out';
  readonly absentBecause?: 'no-show' | 'too-late';
  readonly missed?: PunchDirection;
  readonly firstInAt?: Date;
  readonly lastOutAt?: Date;
  readonly firstCaseWork?: string;
  readonly firstCaseReceivedAt?: Date;
  readonly firstCaseHandledAt?: Date;
  readonly rosteredMinutes: number;
  readonly workedMinutes: number;
  readonly overtimeMinutes: number;
  readonly evaluatedAt: Date;
}

export interface DayFilter extends PeopleFilter {
  readonly from?: string;
  readonly to?: string;
  readonly status?: AttendanceStatus;
  readonly late?: boolean;
  readonly early?: boolean;
}

export interface DayTotals {
  readonly day: LocalDate;
  readonly rostered: number;
  readonly attended: number;
  readonly late: number;
  readonly early: number;
  readonly absent: number;
  readonly onLeave: number;
  readonly missedPunch: number;
  readonly expected: number;
}

export interface StoredDay extends EvaluatedDay {
  readonly staffNumber: string;
}

/** What shifts were, and what it was reckoned from. */
export abstract class AttendanceDays {
  /** Nobody else reckons days of these people until the transaction ends; locked in one order. */
  abstract lockPeople(staffNumbers: readonly string[]): Promise<void>;
  abstract records(staffNumbers: readonly string[], from: Date, before: Date): Promise<Records>;
  /** Puts the shifts of these people and days in the place of what was there. */
  abstract replace(
    staffNumbers: readonly string[],
    from: LocalDate,
    to: LocalDate,
    shifts: readonly JudgedShift[],
    at: Date,
  ): Promise<void>;
  /** The newest day first. */
  abstract list(filter: DayFilter, limit: number, cursor?: string): Promise<Page<AttendanceDay>>;
  abstract totals(from: LocalDate, to: LocalDate, filter: PeopleFilter): Promise<readonly DayTotals[]>;
  /** Days of these people, both ends included. */
  abstract ofPeople(
    staffNumbers: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly StoredDay[]>;
}
