import type { LocalDate, OvertimeState } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export type OvertimePurpose = 'call-backs' | 'peak' | 'cover' | 'other';

export interface NewOvertime {
  readonly id: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  readonly workDate: LocalDate;
  readonly from: Date;
  readonly to: Date;
  readonly purpose: OvertimePurpose;
  readonly reason: string;
  readonly proposedAt: Date;
  readonly proposedBy: string;
}

export interface Overtime extends NewOvertime {
  readonly state: OvertimeState;
  readonly consentedAt?: Date;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  readonly decisionReason?: string;
  readonly workedMinutes?: number;
  readonly recordedAt?: Date;
  readonly recordedBy?: string;
}

export interface OvertimeFilter {
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly purpose?: OvertimePurpose;
  readonly state?: OvertimeState;
  readonly from?: string;
  readonly to?: string;
}

/** What an act writes. */
export type OvertimeChange = Pick<Overtime, 'state'> &
  Partial<
    Pick<
      Overtime,
      | 'consentedAt'
      | 'decidedAt'
      | 'decidedBy'
      | 'decisionReason'
      | 'workedMinutes'
      | 'recordedAt'
      | 'recordedBy'
    >
  >;

/** Requests for overtime (§18a). */
export abstract class Overtimes {
  /** Nobody else plans or approves overtime of this person until the transaction ends. */
  abstract lockPerson(staffNumber: string): Promise<void>;
  /** Held until the transaction ends. */
  abstract lock(id: string): Promise<Overtime | undefined>;
  /** Whether a request that may still be worked covers part of this time. */
  abstract overlaps(staffNumber: string, from: Date, to: Date): Promise<boolean>;
  /** Minutes that are approved or worked, of the day and of its month; one request is left out. */
  abstract minutesOf(
    staffNumber: string,
    day: LocalDate,
    without: string,
  ): Promise<{ readonly ofDay: number; readonly ofMonth: number }>;
  abstract add(overtime: NewOvertime): Promise<void>;
  abstract change(id: string, change: OvertimeChange): Promise<void>;
  abstract list(filter: OvertimeFilter, page: PageOptions): Promise<RowPage<Overtime>>;
}
