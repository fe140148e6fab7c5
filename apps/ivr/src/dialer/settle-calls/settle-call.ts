import {
  type AttemptHistory,
  type CallingHours,
  classify,
  type Classification,
  type DialingPolicy,
  type Evidence,
  nextStep,
} from '@switchyard/domain';
import type { EndedCall } from '../conduct-call/call-in-hand';
import type { CallContact } from '../dialing.types';
import type { CallSettlement, ContactSettlement, NextStep } from './settlements.port';

/** What decides beside the call itself. */
export interface SettlementRules {
  readonly policy: DialingPolicy;
  readonly hoursOf: (contact: CallContact['contact']) => CallingHours;
  readonly deadline: Date | null;
}

/** A call together with how much of its end is known. */
export interface SettledFacts {
  readonly ended: EndedCall;
  readonly evidence: Evidence;
  readonly source: CallSettlement['evidence'];
}

export interface SettledCall {
  readonly settlement: CallSettlement;
  readonly optOut: boolean;
  readonly humanRequested: boolean;
}

/**
 * Classifies a call for each of its contacts and says what becomes of them (T2.4 to T2.6). Pure.
 * A call that the customer made counts for nothing: told, or as before (T1.8).
 */
export function settleCall({ ended, evidence, source }: SettledFacts, rules: SettlementRules): SettledCall {
  const classified = ended.held.contacts.map((part, index) => ({
    part,
    classification: classifyFor(
      ended,
      evidence,
      ended.notice.essentialMsByContact[index] ?? ended.notice.essentialMs,
      rules,
    ),
  }));
  const whole = classifyFor(ended, evidence, ended.notice.essentialMs, rules);
  return {
    settlement: {
      callId: ended.held.id,
      endedAt: ended.endedAt,
      answeredAt: ended.answeredAt,
      cause: ended.cause,
      heardMs: Math.round(ended.facts.heardMs),
      keys: ended.facts.keys.join(''),
      spokenText: ended.spokenText,
      audioHash: ended.audioHash,
      outcome: whole.outcome,
      evidence: source,
      contacts: classified.map(({ part, classification }) =>
        ended.held.direction === 'in'
          ? returned(part, classification)
          : dialled(ended, part, classification, rules),
      ),
    },
    optOut: whole.optOut,
    humanRequested: whole.humanRequested,
  };
}

function classifyFor(
  ended: EndedCall,
  evidence: Evidence,
  essentialMs: number,
  { policy }: SettlementRules,
): Classification {
  return classify({
    ...ended.facts,
    cause: ended.cause ?? 0,
    essentialMs,
    evidence,
    rang: ended.rang,
    successRule: ended.held.batch.successRule ?? policy.successRule,
  });
}

function dialled(
  ended: EndedCall,
  { contact }: CallContact,
  classification: Classification,
  rules: SettlementRules,
): ContactSettlement {
  const counted = classification.counted ? 1 : 0;
  const history: AttemptHistory = {
    rule: attemptRule(ended, rules),
    technical: rules.policy.technical,
    hours: rules.hoursOf(contact),
    classification,
    countedAttempts: contact.countedAttempts + counted,
    technicalFailures: contact.technicalFailures + (1 - counted),
    attemptedAt: [...contact.earlierAttempts, ended.endedAt],
    now: ended.endedAt,
    deadline: rules.deadline ?? undefined,
  };
  return {
    contactId: contact.id,
    outcome: classification.outcome,
    counts: classification.counted ? 'attempt' : 'technical',
    next: asStored(nextStep(history)),
  };
}

/** A policy may ask for fewer attempts than the kind's cap, never for more. */
function attemptRule({ held: { batch } }: EndedCall, { policy }: SettlementRules): AttemptHistory['rule'] {
  const rule = policy.attempts[batch.kind];
  return { ...rule, maxCounted: Math.min(rule.maxCounted, batch.attemptCap) };
}

function returned({ contact }: CallContact, classification: Classification): ContactSettlement {
  const next: NextStep = classification.delivered
    ? { type: 'dispose', disposition: 'delivered', reason: classification.outcome }
    : classification.handOff === 'opted-out'
      ? { type: 'dispose', disposition: 'handed-off', reason: 'opted-out' }
      : { type: 'retry', dueAt: contact.dueAt, reason: contact.waitReason };
  return { contactId: contact.id, outcome: classification.outcome, counts: 'nothing', next };
}

function asStored(next: ReturnType<typeof nextStep>): NextStep {
  if (next.type === 'retry') return next;
  const { disposition } = next;
  return {
    type: 'dispose',
    disposition: disposition.kind,
    reason: disposition.kind === 'delivered' ? next.reason : disposition.reason,
  };
}
