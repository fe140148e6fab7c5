import type { TicketPolicyName, TicketPolicyView } from '@switchyard/contracts';
import type { PolicyVersion } from '@switchyard/platform';

export function toPolicyView({ validFrom, ...version }: PolicyVersion<TicketPolicyName>): TicketPolicyView {
  return { ...version, validFrom: validFrom.toISOString() };
}
