import { DocumentReader, type DocumentProblem, ok, refused, type Result } from '../shared';

/** Who is told that an important customer has not been told yet. */
export const NOTICE_RECIPIENTS = ['agents', 'shift-leader', 'centre-head', 'city', 'province'] as const;
export type NoticeRecipient = (typeof NOTICE_RECIPIENTS)[number];

export interface EscalationStep {
  /** Minutes since the plan was made, or since the step before. */
  readonly afterMinutes: number;
  readonly recipient: NoticeRecipient;
}

export interface OutagePolicy {
  /** Days between the announcement of a planned outage and its start (L27). */
  readonly announcementDays: number;
  /** Working days within which approved maintenance reaches the centre (L26). */
  readonly maintenanceCopyWorkingDays: number;
  /** Steps for important customers who have not confirmed; the last is repeated until they have (art. 19). */
  readonly escalation: {
    /** For outages that are announced days ahead. */
    readonly planned: readonly EscalationStep[];
    /** For all others, and whatever starts within a day. */
    readonly urgent: readonly EscalationStep[];
  };
  /** Whose calls start without anybody starting them. */
  readonly startsItself: { readonly important: boolean; readonly others: boolean };
}

/**
 * Seven days and one working day as the documents say (L26, L27). They name no escalation: minutes and recipients are
 * [ours], as is that only important customers are called without anybody's word.
 */
export const STANDARD_OUTAGE_POLICY: OutagePolicy = {
  announcementDays: 7,
  maintenanceCopyWorkingDays: 1,
  escalation: {
    planned: [
      { afterMinutes: 1440, recipient: 'agents' },
      { afterMinutes: 1440, recipient: 'shift-leader' },
      { afterMinutes: 1440, recipient: 'centre-head' },
    ],
    urgent: [
      { afterMinutes: 15, recipient: 'agents' },
      { afterMinutes: 15, recipient: 'shift-leader' },
      { afterMinutes: 30, recipient: 'centre-head' },
      { afterMinutes: 60, recipient: 'city' },
    ],
  },
  startsItself: { important: true, others: false },
};

const MOST_STEPS = 10;
const WEEK_MINUTES = 10_080;

/** A policy out of JSON, with every problem named by its path. */
export function parseOutagePolicy(document: unknown): Result<OutagePolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const escalation = reader.object('escalation');
  const starts = reader.object('startsItself');
  const policy: OutagePolicy = {
    announcementDays: reader.integer('announcementDays', 0, 60),
    maintenanceCopyWorkingDays: reader.integer('maintenanceCopyWorkingDays', 1, 30),
    escalation: { planned: readSteps(escalation, 'planned'), urgent: readSteps(escalation, 'urgent') },
    startsItself: { important: starts.boolean('important'), others: starts.boolean('others') },
  };
  for (const part of [reader, escalation, starts]) part.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readSteps(reader: DocumentReader, field: string): EscalationStep[] {
  const steps = reader.objects(field).map((item) => {
    const step = {
      afterMinutes: item.integer('afterMinutes', 1, WEEK_MINUTES),
      recipient: item.oneOf('recipient', NOTICE_RECIPIENTS),
    };
    item.refuseUnknownFields();
    return step;
  });
  if (steps.length === 0 || steps.length > MOST_STEPS)
    reader.complain(field, `must have 1 to ${MOST_STEPS} steps`);
  return steps;
}
