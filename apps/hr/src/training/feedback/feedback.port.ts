import type { FeedbackAnswer } from '@switchyard/domain';

/** Answers without a name, and apart from them who has answered (§15: anonymous). */
export abstract class Feedback {
  /** False when this person has answered for the session already. To be called in a transaction. */
  abstract give(sessionId: string, staffNumber: string, answer: FeedbackAnswer): Promise<boolean>;
  abstract answers(sessionId: string): Promise<readonly FeedbackAnswer[]>;
  /** Of these sessions, those for which somebody has answered; not what. */
  abstract givenBy(staffNumber: string, sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
}
