import type {
  DrawnSoFar,
  DrawReason,
  LocalDate,
  MonitoringHint,
  MonitoringRule,
  SampledClass,
  SamplingRule,
  StratumShare,
} from '@switchyard/domain';
import type { Page } from '../scorecard/scorecards.port';

/** A recording that could have been drawn on its day. */
export interface StoredCall {
  readonly recordingId: string;
  readonly callId: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  readonly postCode: string;
  readonly queue: string;
  readonly startedAt: Date;
  readonly seconds: number;
  readonly hints: readonly MonitoringHint[];
}

export interface SampledPerson {
  readonly staffNumber: string;
  readonly kind: SampledClass;
}

export interface NewSample {
  readonly day: LocalDate;
  readonly seed: string;
  readonly rule: { readonly sampling: SamplingRule; readonly monitoring: MonitoringRule };
  readonly frame: number;
  readonly withoutStaff: number;
  readonly tooShort: number;
  readonly size: number;
  readonly strata: readonly StratumShare[];
  readonly people: readonly SampledPerson[];
  readonly drawnAt: Date;
  readonly drawnBy: string;
}

export interface Sample extends NewSample {
  /** With those that the week's draw added. */
  readonly drawn: number;
  readonly evaluated: number;
}

export interface NewItem extends StoredCall {
  readonly id: string;
  readonly day: LocalDate;
  readonly reason: DrawReason;
  readonly stratum: string;
  readonly dueAt: Date;
}

/** Draws of recordings, and what they were drawn from. */
export abstract class Samples {
  /** What was drawn since a day. */
  abstract soFar(since: LocalDate): Promise<DrawnSoFar>;
  /** Mean score of everybody who was judged for calls of these days, the last not included. */
  abstract meanScores(from: LocalDate, before: LocalDate): Promise<ReadonlyMap<string, number>>;
  /** False when the day has been drawn. */
  abstract addDay(
    sample: NewSample,
    frame: readonly StoredCall[],
    items: readonly NewItem[],
  ): Promise<boolean>;
  /** False when the week has been drawn. Items whose call was drawn before are left out. */
  abstract addWeek(
    week: {
      readonly monday: LocalDate;
      readonly seed: string;
      readonly hintFactor: number;
      readonly at: Date;
    },
    items: readonly NewItem[],
  ): Promise<boolean>;
  abstract find(day: string): Promise<Sample | undefined>;
  abstract list(range: { from?: string; to?: string }, limit: number, cursor?: string): Promise<Page<Sample>>;
  /** All calls of these days that could have been drawn, both included. */
  abstract frame(from: string, to: string): Promise<readonly (StoredCall & { readonly day: LocalDate })[]>;
  abstract framePage(day: string, limit: number, cursor?: string): Promise<Page<StoredCall>>;
  /** Forgets what days before this one were drawn from; the draws stay. */
  abstract forgetFrames(before: LocalDate): Promise<void>;
  /** Whose calls were drawn on these days, and which. */
  abstract drawnOn(
    from: string,
    to: string,
  ): Promise<readonly Pick<NewItem, 'recordingId' | 'staffNumber' | 'reason'>[]>;
}
