import type { RepaymentState, SwapKind, SwapState } from '@switchyard/contracts';
import type { LocalDate, SwapShift } from '@switchyard/domain';
import type { PeopleFilter } from '../attendance/people/people';
import type { Page } from '../attendance/punches.port';

export type SwapSide = 'given' | 'taken';

export interface SwappedShift {
  readonly entryId: string;
  readonly workDate: LocalDate;
  readonly startAt: Date;
  readonly endAt: Date;
}

export interface NewSwap {
  readonly id: string;
  readonly kind: SwapKind;
  readonly requester: string;
  readonly partner: string;
  /** 'YYYY-MM' in which it counts. */
  readonly month: string;
  readonly reason: string;
  readonly reference: string;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly repaymentDue: LocalDate;
}

export interface Swap extends NewSwap {
  readonly requesterName: string;
  readonly partnerName: string;
  readonly state: SwapState;
  readonly given: readonly SwappedShift[];
  readonly taken: readonly SwappedShift[];
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  readonly note?: string;
  readonly repayment: RepaymentState;
  readonly returnProposedBy?: string;
}

export interface SwapChange {
  readonly state?: SwapState;
  readonly repayment?: RepaymentState;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  readonly note?: string;
  /** Null: nobody any more. */
  readonly returnProposedBy?: string | null;
}

export interface SwapEvent {
  readonly kind: string;
  readonly note?: string;
  readonly at: Date;
  readonly by: string;
}

export interface SwapFilter extends PeopleFilter {
  readonly state?: SwapState;
  readonly repayment?: RepaymentState;
  readonly month?: string;
  /** Owed and due before this day. */
  readonly overdueOn?: LocalDate;
}

/** Shifts that people swap; all that changes runs with both of them locked. */
export abstract class Swaps {
  /** Nobody else swaps anything with these people until the transaction ends. */
  abstract lockPeople(staffNumbers: readonly string[]): Promise<void>;
  /** @throws DomainError `swap-shift.already-in-swap` */
  abstract add(swap: NewSwap, given: readonly SwapShift[], taken: readonly SwapShift[]): Promise<void>;
  abstract find(id: string): Promise<Swap | undefined>;
  abstract ofReference(reference: string): Promise<Swap | undefined>;
  abstract change(id: string, change: SwapChange): Promise<void>;
  /** The shifts of a side may be swapped otherwise again. */
  abstract release(id: string): Promise<void>;
  /** Shifts worked in return in the place of those named before. @throws as `add` */
  abstract nameReturn(id: string, taken: readonly SwapShift[]): Promise<void>;
  abstract dropReturn(id: string): Promise<void>;
  abstract exchanged(id: string, side: SwapSide, newEntryIds: readonly string[]): Promise<void>;
  /** Other swaps of a requester, asked for or approved, by the months in which they count. */
  abstract countsOf(
    requester: string,
    but: string,
  ): Promise<readonly { readonly kind: SwapKind; readonly month: string }[]>;
  abstract tell(id: string, event: SwapEvent): Promise<void>;
  abstract history(id: string): Promise<readonly SwapEvent[]>;
  /** Of either side, the newest first. */
  abstract list(filter: SwapFilter, limit: number, cursor?: string): Promise<Page<Swap>>;
  /** Owed, due up to a day, and not told of yet in this way. */
  abstract owed(upTo: LocalDate, told: 'reminded' | 'overdue'): Promise<readonly Swap[]>;
  abstract noteTold(id: string, told: 'reminded' | 'overdue', at: Date): Promise<void>;
  /** Asked for, or owed, though one of the two has left; at most 500. */
  abstract ofFormerStaff(): Promise<readonly Swap[]>;
  /** Asked for, though a shift of theirs has begun. */
  abstract begunBefore(now: Date): Promise<readonly Swap[]>;
}
