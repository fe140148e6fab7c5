import type { ClockEvent, ClockFacts } from '@switchyard/domain';
import type { SubjectReference } from './stored-clocks.port';

export interface SubjectHistory {
  readonly facts: ClockFacts;
  readonly events: readonly ClockEvent[];
}

/** The histories of what has no journal of its own: outages, and data of which customers are told. */
export abstract class RecordedSubjects {
  /** Replaces the facts and appends the events; nobody else can until the transaction ends. */
  abstract append(subject: SubjectReference, added: SubjectHistory, by: string, at: Date): Promise<void>;
  abstract find(subject: SubjectReference): Promise<SubjectHistory | undefined>;
}
