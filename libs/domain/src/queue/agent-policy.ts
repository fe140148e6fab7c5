import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** Dated numbers of the agents' desk. */
export interface AgentPolicy {
  readonly afterCallWork: {
    /** Seconds, 0 to 3600; 60 by §13. */
    readonly limitSeconds: number;
    /** `ready`: the agent takes calls again by itself at the limit; `stay`: only when the agent says so. */
    readonly atLimit: 'ready' | 'stay';
  };
  /** Calls in a row that an agent lets ring until it is sent away (`no-answer`); 1 to 20 [ours]. */
  readonly missedRingsUntilAway: number;
  /** Days that recordings of human calls are kept, 1 to 3650 [ours]. */
  readonly recordingDays: number;
  /** Days that a caller's message is kept after its work order is closed, 1 to 3650 [ours]. */
  readonly messageDays: number;
  /** The same for complaints and reports of misconduct, which are evidence (art. 15(13)), 1 to 3650 [ours]. */
  readonly evidenceDays: number;
  /** Days that a file which belongs to no call is left in the PBX's folder, 1 to 365 [ours]. */
  readonly strayFileDays: number;
  /** Hours within which a lost caller is called back, 1 to 168 (L30). */
  readonly callBackHours: number;
}

export const STANDARD_AGENT_POLICY: AgentPolicy = {
  afterCallWork: { limitSeconds: 60, atLimit: 'ready' },
  missedRingsUntilAway: 2,
  recordingDays: 180,
  messageDays: 365,
  evidenceDays: 1095,
  strayFileDays: 30,
  callBackHours: 24,
};

/** Reads a policy document; every problem is told with its path. */
export function parseAgentPolicy(document: unknown): Result<AgentPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const afterCall = reader.object('afterCallWork');
  // Policies of the time before these were policy data have none.
  const days = (field: 'messageDays' | 'evidenceDays' | 'strayFileDays', max: number) =>
    reader.has(field) ? reader.integer(field, 1, max) : STANDARD_AGENT_POLICY[field];
  const policy: AgentPolicy = {
    afterCallWork: {
      limitSeconds: afterCall.integer('limitSeconds', 0, 3600),
      atLimit: afterCall.oneOf('atLimit', ['ready', 'stay']),
    },
    missedRingsUntilAway: reader.integer('missedRingsUntilAway', 1, 20),
    recordingDays: reader.integer('recordingDays', 1, 3650),
    messageDays: days('messageDays', 3650),
    evidenceDays: days('evidenceDays', 3650),
    strayFileDays: days('strayFileDays', 365),
    callBackHours: reader.integer('callBackHours', 1, 168),
  };
  afterCall.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length > 0 ? refused(reader.problems) : ok(policy);
}
