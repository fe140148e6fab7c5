import type { TicketPolicyView } from '@switchyard/contracts';
import type { PolicyVersion } from './policy-documents.port';

export function toPolicyView({ validFrom, ...version }: PolicyVersion): TicketPolicyView {
  return { ...version, validFrom: validFrom.toISOString() };
}
