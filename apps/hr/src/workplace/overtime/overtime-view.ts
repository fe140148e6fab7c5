import type { OvertimeView } from '@switchyard/contracts';
import { overtimeMinutes } from '@switchyard/domain';
import type { Overtime } from './overtimes.port';

export function toOvertimeView(overtime: Overtime): OvertimeView {
  const { id, from, to, proposedAt, consentedAt, decidedAt, recordedAt: _recordedAt, ...facts } = overtime;
  return {
    ...facts,
    overtimeId: id,
    from: from.toISOString(),
    to: to.toISOString(),
    minutes: overtimeMinutes(overtime),
    proposedAt: proposedAt.toISOString(),
    ...(consentedAt && { consentedAt: consentedAt.toISOString() }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}
