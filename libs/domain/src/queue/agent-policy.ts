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
  /** Hours within which a lost caller is called back, 1 to 168 (L30). */
  readonly callBackHours: number;
}

export const STANDARD_AGENT_POLICY: AgentPolicy = {
  afterCallWork: { limitSeconds: 60, atLimit: 'ready' },
  missedRingsUntilAway: 2,
  recordingDays: 180,
  callBackHours: 24,
};

/** Reads a policy document; every problem is told with its path. */
export function parseAgentPolicy(document: unknown): Result<AgentPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const afterCall = reader.object('afterCallWork');
  const policy: AgentPolicy = {
    afterCallWork: {
      limitSeconds: afterCall.integer('limitSeconds', 0, 3600),
      atLimit: afterCall.oneOf('atLimit', ['ready', 'stay']),
    },
    missedRingsUntilAway: reader.integer('missedRingsUntilAway', 1, 20),
    recordingDays: reader.integer('recordingDays', 1, 3650),
    callBackHours: reader.integer('callBackHours', 1, 168),
  };
  afterCall.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length > 0 ? refused(reader.problems) : ok(policy);
}
