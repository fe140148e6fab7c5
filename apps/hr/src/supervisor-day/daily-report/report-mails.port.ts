import type { LocalDate } from '@switchyard/domain';

export type ReportMailOutcome = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'unknown';

export interface ReportMail {
  readonly day: LocalDate;
  readonly recipient: string;
  readonly version: number;
  readonly outcome: ReportMailOutcome;
  readonly tries: number;
  readonly nextTryAt?: Date;
  readonly lastAnswer?: string;
  readonly settledAt?: Date;
}

/** How a try ended. */
export interface TriedMail {
  readonly outcome: Exclude<ReportMailOutcome, 'sending'>;
  readonly answer: string;
  readonly at: Date;
  /** Of one that waits. */
  readonly nextTryAt?: Date;
}

export interface ReportMailPage {
  readonly items: readonly ReportMail[];
  readonly nextCursor?: string;
}

/** Who is mailed the report of which day: one row for each, whatever is started anew. */
export abstract class ReportMails {
  /** Who is there already stays as they are. */
  abstract queue(day: LocalDate, recipients: readonly string[], version: number, at: Date): Promise<void>;
  /** Those named wait again, whatever became of them; who is being mailed now is left alone. @returns how many */
  abstract requeue(day: LocalDate, recipients: readonly string[], version: number, at: Date): Promise<number>;
  /** Takes some that are due into hand until the lease ends; nobody else gets them. Counts the try. */
  abstract claim(now: Date, leaseUntil: Date, limit: number): Promise<readonly ReportMail[]>;
  /** Settles what is in hand. */
  abstract settle(day: LocalDate, recipient: string, tried: TriedMail): Promise<void>;
  /** What was in hand when its process ended may have arrived: `unknown`. @returns how many */
  abstract giveUpHeld(now: Date): Promise<number>;
  /** By recipient. */
  abstract of(day: LocalDate): Promise<readonly ReportMail[]>;
  abstract list(
    filter: { readonly day?: LocalDate; readonly outcome?: ReportMailOutcome },
    limit: number,
    cursor?: string,
  ): Promise<ReportMailPage>;
}
