/** Who decided the end of a call that was not answered. */
export type CauseMeaning =
  | 'busy'
  | 'no-answer'
  | 'rejected'
  | 'switched-off'
  | 'invalid-number'
  /** Our side, the trunk or the network between: the customer's telephone had no say. */
  | 'technical'
  /** The network says nothing usable. */
  | 'unknown';

/**
 * Q.850 causes of calls that nobody answered (T2.5). Doubtful ones lean to "the customer was disturbed",
 * which spends an attempt, because one call too few ends on paper and one too many breaks the rule;
 * except where the fault is plainly ours (T2.4).
 */
const MEANING: Readonly<Record<number, CauseMeaning>> = {
  // Unallocated number (SIP 404, 604): nobody can ever be reached there.
  1: 'invalid-number',
  // No route to the transit network, no route to the destination: routing of the trunk, not the customer.
  2: 'technical',
  3: 'technical',
  // Misdialled trunk prefix; channel unacceptable; pre-emption: how we sent the call.
  5: 'technical',
  6: 'technical',
  8: 'technical',
  // Normal clearing without an answer: it rang, or an announcement played, until one side gave up.
  16: 'no-answer',
  17: 'busy',
  // No user responding (SIP 408): the network reached the exchange, the telephone did not react.
  18: 'no-answer',
  // Alerted, no answer; Asterisk says it of SIP 480 and of a dead trunk as well, see `classify`.
  19: 'no-answer',
  // Subscriber absent: off or out of coverage.
  20: 'switched-off',
  // Call rejected (SIP 403, 603).
  21: 'rejected',
  // Number changed (SIP 410): the new number, even if told, is nobody's consent; to paper.
  22: 'invalid-number',
  // Exchange routing error.
  25: 'technical',
  // Asterisk: answered elsewhere, on a forked device of the customer's; nobody heard us.
  26: 'no-answer',
  // Destination out of order: the customer's line or equipment is off (ITU-T Q.850).
  27: 'switched-off',
  // Number format invalid or incomplete (SIP 484): another try sends the same digits.
  28: 'invalid-number',
  // Facility rejected: a feature that we asked for.
  29: 'technical',
  // Normal, unspecified: the far network ended it in the ordinary way.
  31: 'no-answer',
};

/** Beyond the table, the class of the cause decides: resource, service and protocol errors are not the customer's. */
export function meaningOf(cause: number): CauseMeaning {
  const listed = MEANING[cause];
  if (listed) return listed;
  return cause >= 32 && cause <= 111 ? 'technical' : 'unknown';
}
