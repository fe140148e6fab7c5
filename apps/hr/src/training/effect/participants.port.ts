import type { LocalDate } from '@switchyard/domain';

export interface Participant {
  readonly staffNumber: string;
  /** Day of the last session of the course that they attended within the span. */
  readonly attendedOn: LocalDate;
}

/** Who attended a course. */
export abstract class Participants {
  abstract of(courseCode: string, from: LocalDate, to: LocalDate): Promise<readonly Participant[]>;
}
