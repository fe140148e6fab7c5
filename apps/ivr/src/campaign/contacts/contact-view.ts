import type { ContactView } from '@switchyard/contracts';
import type { Contact } from './contact';

export function toContactView(contact: Contact): ContactView {
  const waits = contact.state === 'waiting';
  return {
    id: contact.id,
    batchId: contact.batchId,
    line: contact.line,
    accountNo: contact.accountNo,
    period: contact.period,
    customerName: contact.customerName,
    customerKind: contact.customerKind,
    number: contact.number,
    extension: contact.extension ?? undefined,
    language: contact.language,
    payableFen: contact.payableFen,
    notice: { ...contact.notice },
    state: contact.state,
    dueAt: waits ? contact.dueAt.toISOString() : undefined,
    waitReason: waits ? contact.waitReason : undefined,
    countedAttempts: contact.countedAttempts,
    technicalFailures: contact.technicalFailures,
    disposition: contact.disposition ?? undefined,
    dispositionReason: contact.dispositionReason ?? undefined,
    disposedAt: contact.disposedAt?.toISOString(),
  };
}
