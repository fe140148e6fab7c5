import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** Numbers of the smaller things (§18a). */
export interface WorkplacePolicy {
  readonly overtime: {
    /** Minutes of one day and of one calendar month that may be approved for one person. */
    readonly mostMinutesPerDay: number;
    readonly mostMinutesPerMonth: number;
  };
  readonly complaints: {
    /** Working days until a staff complaint must be answered. */
    readonly answerWorkingDays: number;
  };
  readonly proposals: {
    /** Working days until a proposal must be judged. */
    readonly judgeWorkingDays: number;
  };
  readonly surveys: {
    /** Results are shown from so many answers on. */
    readonly leastAnswers: number;
  };
  readonly meetings: {
    /** Days before an action is due on which its owner is reminded. */
    readonly remindDaysBefore: number;
  };
}

/** Overtime: 3 hours a day, 36 a month (Labour Law art. 41). The documents name no other number: [ours]. */
export const STANDARD_WORKPLACE_POLICY: WorkplacePolicy = {
  overtime: { mostMinutesPerDay: 180, mostMinutesPerMonth: 2160 },
  complaints: { answerWorkingDays: 10 },
  proposals: { judgeWorkingDays: 20 },
  surveys: { leastAnswers: 5 },
  meetings: { remindDaysBefore: 1 },
};

/** A policy out of JSON, with every problem named by its path. */
export function parseWorkplacePolicy(document: unknown): Result<WorkplacePolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const part = <Part>(field: string, read: (part: DocumentReader) => Part): Part => {
    const inside = reader.object(field);
    const value = read(inside);
    inside.refuseUnknownFields();
    return value;
  };
  const policy: WorkplacePolicy = {
    overtime: part('overtime', (overtime) => ({
      mostMinutesPerDay: overtime.integer('mostMinutesPerDay', 1, 1440),
      mostMinutesPerMonth: overtime.integer('mostMinutesPerMonth', 1, 44_640),
    })),
    complaints: part('complaints', (complaints) => ({
      answerWorkingDays: complaints.integer('answerWorkingDays', 1, 60),
    })),
    proposals: part('proposals', (proposals) => ({
      judgeWorkingDays: proposals.integer('judgeWorkingDays', 1, 250),
    })),
    surveys: part('surveys', (surveys) => ({ leastAnswers: surveys.integer('leastAnswers', 2, 1000) })),
    meetings: part('meetings', (meetings) => ({
      remindDaysBefore: meetings.integer('remindDaysBefore', 0, 30),
    })),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
