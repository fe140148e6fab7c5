import type { SittingState } from '@switchyard/contracts';
import type { BlueprintPart, ExamPolicy } from '@switchyard/domain';
import type { Page } from '../../training/page';

/** An exam as it is sat at a time; edits of the exam do not change it. */
export interface Sitting {
  readonly sittingId: string;
  readonly examId: string;
  /** 0 is the exam itself, 1 its first resit. */
  readonly resit: number;
  readonly resitOf?: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly attemptLimit: number;
  /** Only who is on the list may sit it. */
  readonly listed: boolean;
  readonly title: string;
  readonly courseCode?: string;
  readonly blueprint: readonly BlueprintPart[];
  readonly durationMinutes: number;
  readonly passPercent: number;
  readonly secondMarker: boolean;
  readonly countsFor?: string;
  /** Rules as they were when it was made. */
  readonly policy: ExamPolicy;
  readonly state: SittingState;
  readonly releasedAt?: Date;
}

export interface SittingFilter {
  readonly examId?: string;
  readonly state?: SittingState;
  readonly countsFor?: string;
}

export interface SittingCounts {
  readonly candidates: number;
  readonly running: number;
  readonly toMark: number;
  readonly marked: number;
}

/** A sitting that somebody can start, or will be able to. */
export interface OpenToMe extends Pick<
  Sitting,
  'sittingId' | 'title' | 'opensAt' | 'closesAt' | 'durationMinutes'
> {
  readonly startsLeft: number;
  readonly runningAttemptId?: string;
}

export interface Made {
  readonly at: Date;
  readonly by: string;
}

export abstract class Sittings {
  abstract find(sittingId: string): Promise<Sitting | undefined>;
  /** The same; nobody else changes it until the transaction ends. */
  abstract lock(sittingId: string): Promise<Sitting | undefined>;
  /** The same; others may hold it too, and nobody changes it until the transaction ends. */
  abstract hold(sittingId: string): Promise<Sitting | undefined>;
  abstract list(filter: SittingFilter, limit: number, cursor?: string): Promise<Page<Sitting>>;
  abstract add(sitting: Sitting, candidates: readonly string[], made: Made): Promise<void>;
  abstract cancel(sittingId: string): Promise<void>;
  /** With every attempt that has a score; answers whose they are. */
  abstract release(sittingId: string, made: Made): Promise<readonly string[]>;
  abstract counts(sittingId: string): Promise<SittingCounts>;
  abstract candidates(sittingId: string): Promise<readonly string[]>;
  /** A resit of it that is not cancelled. */
  abstract resitOf(sittingId: string): Promise<Sitting | undefined>;
  /** On the list or with an attempt, and none that was passed. */
  abstract losers(sittingId: string): Promise<readonly string[]>;
  abstract openTo(staffNumber: string, now: Date, until: Date): Promise<readonly OpenToMe[]>;
}
