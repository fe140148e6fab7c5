import type { IdentityReadingState } from '@switchyard/contracts';
import type { ReadingFacts } from '@switchyard/domain';

/** A request to read an identity. */
export interface Reading extends ReadingFacts {
  readonly requestId: string;
  readonly number: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly decisionReason?: string;
  readonly readAt?: Date;
}

export interface ReadingFilter {
  readonly number?: string;
  readonly state?: IdentityReadingState;
}

export interface ReadingsPage {
  readonly items: readonly Reading[];
  readonly nextCursor?: string;
}

export abstract class Readings {
  /** False while a request of this person for this work order waits or may be used. */
  abstract add(reading: Reading, now: Date): Promise<boolean>;
  /** The request, which nobody else can change until the transaction ends. */
  abstract lock(requestId: string): Promise<Reading | undefined>;
  abstract save(reading: Reading): Promise<void>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: ReadingFilter, now: Date, limit: number, cursor?: string): Promise<ReadingsPage>;
}
