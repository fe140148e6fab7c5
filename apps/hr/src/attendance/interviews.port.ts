import type { AttendancePolicy, LocalDate } from '@switchyard/domain';
import type { LatenessInterviewState } from '@switchyard/contracts';
import type { JudgedShift } from './attendance-days.port';
import type { PeopleFilter } from './people/people';
import type { Page } from './punches.port';

interface Held {
  readonly heldAt?: Date;
  readonly heldBy?: string;
  readonly record?: string;
  readonly fileKey?: string;
  readonly fileName?: string;
}

export interface LatenessInterview extends Held {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly month: string;
  readonly lateCount: number;
  readonly state: LatenessInterviewState;
  readonly requiredAt: Date;
  readonly reviewedAt?: Date;
  readonly reviewedBy?: string;
  readonly review?: string;
}

export interface ReturnInterview extends Held {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly returnedOn: string;
  readonly dueAt: Date;
}

export type InterviewKind = 'lateness' | 'return';

export interface RequiredInterview {
  readonly kind: InterviewKind;
  readonly id: string;
  readonly staffNumber: string;
}

/** The policy of a day. @throws RangeError for a day that is not reckoned */
export type PolicyOf = (date: LocalDate) => AttendancePolicy;

export interface LatenessFilter extends PeopleFilter {
  readonly month?: string;
  readonly state?: LatenessInterviewState;
}

export interface ReturnFilter extends PeopleFilter {
  readonly from?: string;
  readonly to?: string;
  readonly held?: boolean;
}

/** Interviews about lateness (L260) and on return from sickness (L248). */
export abstract class Interviews {
  /** Asks for the interviews that these shifts, which are stored already, give cause for; answers with the new ones. */
  abstract require(
    staffNumbers: readonly string[],
    shifts: readonly JudgedShift[],
    policyOf: PolicyOf,
    now: Date,
  ): Promise<readonly RequiredInterview[]>;
  abstract lateness(id: string): Promise<LatenessInterview | undefined>;
  abstract return(id: string): Promise<ReturnInterview | undefined>;
  /** False when it was held already. */
  abstract hold(
    kind: InterviewKind,
    id: string,
    held: Required<Pick<Held, 'heldAt' | 'heldBy' | 'record'>> & Held,
  ): Promise<boolean>;
  /** False when it is not held yet, or was reviewed. */
  abstract review(id: string, review: string, at: Date, by: string): Promise<boolean>;
  abstract listLateness(
    filter: LatenessFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<LatenessInterview>>;
  abstract listReturns(filter: ReturnFilter, limit: number, cursor?: string): Promise<Page<ReturnInterview>>;
}
