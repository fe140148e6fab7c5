import type { QualityEscalationView } from '@switchyard/contracts';
import type { Escalation } from './escalations.port';

export function toEscalationView(escalation: Escalation): QualityEscalationView {
  const {
    id,
    firstAt,
    lastAt,
    raisedAt,
    withdrawnAt,
    settledAt,
    evaluationIds,
    lastDay: _day,
    ...facts
  } = escalation;
  return {
    ...facts,
    escalationId: id,
    evaluationIds: [...evaluationIds],
    names: { ...facts.names },
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    raisedAt: raisedAt.toISOString(),
    ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
  };
}
