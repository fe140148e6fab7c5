export const NOTICE_KINDS = ['bill-notice', 'arrears-reminder', 'outage-notice'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

interface AnyNotice {
  readonly accountNo: string;
  /** What is left to pay now, in fen; less than the notice's own sum when part was paid meanwhile. */
  readonly balanceFen: number;
}

/** Contents of a bill notice (rules.md §6, bill). Money in fen. */
export interface BillNotice extends AnyNotice {
  readonly kind: 'bill-notice';
  /** YYYY-MM-DD */
  readonly readingDate: string;
  /** Meter register at the reading date, kWh, at most four decimals. */
  readonly registerValue: number;
  readonly energyKwh: number;
  readonly amountFen: number;
  /** Positive: owed from before; negative: credit. */
  readonly previousBalanceFen: number;
  readonly payableFen: number;
}

/** Contents of an arrears reminder (rules.md §6, arrears). Money in fen. */
export interface ArrearsReminder extends AnyNotice {
  readonly kind: 'arrears-reminder';
  /** YYYY-MM */
  readonly billMonth: string;
  readonly arrearsFen: number;
  /** Penalty to the date of the data. */
  readonly penaltyFen: number;
  /** How the penalty is computed, in the department's own words. */
  readonly penaltyMethod: string;
  readonly totalFen: number;
  readonly payPlace: string;
}

/** What of an outage is told: that it is or will be out, that this changes, that it does not take place, that it is over. */
export const OUTAGE_OCCASIONS = ['announcement', 'change', 'cancellation', 'restoration'] as const;
export type OutageOccasion = (typeof OUTAGE_OCCASIONS)[number];

/** Contents of an outage notice (rules.md §6, outage): cause, place, time and restoration. It asks for no money. */
export interface OutageNotice extends AnyNotice {
  readonly kind: 'outage-notice';
  readonly occasion: OutageOccasion;
  readonly area: string;
  readonly cause: string;
  /** YYYY-MM-DDTHH:MM in China. */
  readonly startsAt: string;
  /** The same: when supply is expected back, or came back; empty where nobody can say. */
  readonly restorationAt: string;
}

export type Notice = BillNotice | ArrearsReminder | OutageNotice;

/** The sum that the notice asks for, in fen, before anything was paid on it. */
export function sumAskedFor(notice: Notice): number {
  switch (notice.kind) {
    case 'bill-notice':
      return notice.payableFen;
    case 'arrears-reminder':
      return notice.totalFen;
    case 'outage-notice':
      return 0;
  }
}
