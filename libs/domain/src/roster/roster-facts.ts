import type { LocalDate } from '../shared';
import type { RosterPolicy } from './roster-policy';
import type { ShiftDuty } from './shift-duty';
import type { WorkPattern } from './work-pattern';

/** A shift as the checks see it. */
export interface PlannedShift {
  readonly staffNumber: string;
  readonly workDate: LocalDate;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly breaks: readonly { readonly startAt: Date; readonly endAt: Date }[];
  readonly templateCode: string;
  readonly duty: ShiftDuty;
}

/** Who can be rostered. `leader`: a group or shift leader; only others are heads at the phone. */
export interface RosterStaff {
  readonly staffNumber: string;
  readonly name: string;
  readonly leader: boolean;
  readonly groupCode?: string;
  readonly skills: readonly string[];
  readonly suspended: boolean;
  readonly hiredOn: LocalDate;
  /** The first day on which they are not staff any more. */
  readonly leftOn?: LocalDate;
  /** The pattern that they work by; its cycle begins at `anchor`. */
  readonly pattern?: { readonly cycle: WorkPattern['cycle']; readonly anchor: LocalDate };
}

/** Whole days only: half a day off leaves the shift as it is. */
export interface RosterLeave {
  readonly staffNumber: string;
  readonly date: LocalDate;
}

export const WISH_KINDS = ['day-off', 'shift', 'not-shift'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export interface RosterWish {
  readonly staffNumber: string;
  readonly day: LocalDate;
  readonly kind: WishKind;
  /** Of `shift` and `not-shift`. */
  readonly templateCode?: string;
}

/** Agents needed at their posts in a part of a day. */
export interface NeededHeads {
  readonly date: LocalDate;
  /** Minutes since midnight. */
  readonly minute: number;
  readonly minutes: number;
  readonly heads: number;
}

export interface RosterFacts {
  /** First and last day of the month. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly shifts: readonly PlannedShift[];
  /** Published shifts of the same people outside the roster, of the days around it too. */
  readonly others: readonly PlannedShift[];
  readonly staff: readonly RosterStaff[];
  readonly leave: readonly RosterLeave[];
  readonly wishes: readonly RosterWish[];
  readonly needs: readonly NeededHeads[];
  /** Templates that may be rostered now. */
  readonly enabledTemplates: ReadonlySet<string>;
  /** Templates that count as nights. */
  readonly nightTemplates: ReadonlySet<string>;
  readonly policy: RosterPolicy;
}
