import {
  FOLLOW_UP_ERRORS,
  type FollowUpAction,
  type FollowUpChannel,
  type FollowUpOutcome,
} from '@switchyard/contracts';
import { afterDissatisfaction, type FollowUpPolicy, judgementOf } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { FollowUp } from '../follow-up';
import { assertToDo } from '../follow-up-errors';

export interface CallResult {
  readonly opinion?: string;
  readonly satisfaction?: number;
  readonly action?: FollowUpAction;
}

export interface RecordedCall {
  readonly at: Date;
  readonly outcome: FollowUpOutcome;
  readonly channel: FollowUpChannel;
}

/**
 * A follow-up after a call. Reached: done, with what the customer said. Refused to be asked: done without it. Not
 * reached as often as the policy tries: given up.
 * @throws DomainError `follow-up.not-allowed-in-state`, `follow-up.answer-missing`
 */
export function recordCall(
  item: FollowUp,
  call: RecordedCall,
  result: CallResult,
  policy: FollowUpPolicy,
): FollowUp {
  assertToDo(item);
  const tries = item.tries + 1;
  switch (call.outcome) {
    case 'reached':
      return { ...item, ...answered(item, call, result, policy), tries, status: 'done', endedAt: call.at };
    case 'refused':
      return { ...item, tries, status: 'done', endedAt: call.at };
    case 'no-answer':
    case 'busy':
    case 'wrong-number':
    case 'call-later':
      return tries < policy.maxTries
        ? { ...item, tries }
        : { ...item, tries, status: 'not-reached', endedAt: call.at };
  }
}

/** Opinions are recorded truthfully, hence never left out (art. 21(8)–(10)); a fax is an answer of ours. */
function answered(
  item: FollowUp,
  { channel }: RecordedCall,
  { opinion, satisfaction, action }: CallResult,
  policy: FollowUpPolicy,
): Partial<FollowUp> {
  if (item.purpose === 'call-back' && channel === 'phone' && opinion === undefined) {
    throw new DomainError(FOLLOW_UP_ERRORS.answerMissing, 'Record what the customer said, word for word.', {
      field: 'opinion',
      itemId: item.id,
    });
  }
  if (satisfaction === undefined) return { opinion };
  const judgement = judgementOf(satisfaction, policy);
  const dissatisfied = item.purpose === 'call-back' && judgement === 'dissatisfied';
  return {
    opinion,
    satisfaction,
    judgement,
    ...(dissatisfied && { action: action ?? afterDissatisfaction(item.kind) }),
  };
}
