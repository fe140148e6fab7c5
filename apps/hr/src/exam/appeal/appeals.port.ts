import type { Page } from '../../training/page';

export interface NewAppeal {
  readonly appealId: string;
  readonly examAttemptId: string;
  readonly staffNumber: string;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly scoreBefore: number;
}

export interface AppealOutcome {
  readonly state: 'upheld' | 'rejected';
  readonly decision: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly scoreAfter: number;
}

export interface ExamAppeal extends NewAppeal, Partial<Omit<AppealOutcome, 'state'>> {
  readonly title: string;
  readonly state: 'open' | 'upheld' | 'rejected';
}

export abstract class Appeals {
  /** False when the attempt has one. */
  abstract add(appeal: NewAppeal): Promise<boolean>;
  abstract find(appealId: string): Promise<ExamAppeal | undefined>;
  abstract list(
    state: ExamAppeal['state'] | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<ExamAppeal>>;
  /** False when it was decided already. */
  abstract decide(appealId: string, outcome: AppealOutcome): Promise<boolean>;
}
