export interface Citation {
  readonly code: string;
  readonly version: number;
  readonly number: string;
  readonly citedAt: Date;
  readonly citedBy: string;
}

export interface Feedback {
  readonly feedbackId: string;
  readonly code: string;
  readonly version: number;
  readonly helpful: boolean;
  readonly note?: string;
  readonly number?: string;
  readonly givenAt: Date;
  readonly givenBy: string;
  readonly settledAt?: Date;
  readonly settledBy?: string;
  readonly settlement?: string;
}

export interface FeedbackFilter {
  readonly code?: string;
  readonly helpful?: boolean;
  readonly settled?: boolean;
}

export interface FeedbackPage {
  readonly items: readonly Feedback[];
  readonly nextCursor?: string;
}

/** What became of articles in use; changes run in a transaction. */
export abstract class ArticleUse {
  /** The citation that is stored, the first of its work order, and how many work orders cite the article now. */
  abstract cite(citation: Citation): Promise<{ readonly stored: Citation; readonly citations: number }>;
  abstract workOrderExists(number: string): Promise<boolean>;
  abstract judge(feedback: Feedback): Promise<void>;
  /** The judgement after it; undefined when there is none. What was settled before stays as it was. */
  abstract settle(
    feedbackId: string,
    by: Required<Pick<Feedback, 'settledAt' | 'settledBy' | 'settlement'>>,
  ): Promise<Feedback | undefined>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract feedback(filter: FeedbackFilter, limit: number, cursor?: string): Promise<FeedbackPage>;
}
