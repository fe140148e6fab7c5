import { Inject, Injectable } from '@nestjs/common';
import type { ContactTimeline } from '@switchyard/contracts';
import {
  deferralOf,
  type DialWait,
  earliestPermitted,
  explainWait,
  leastObstacle,
  longestSpanSeconds,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';
import type { Contact } from '../contacts/contact';
import { toContactView } from '../contacts/contact-view';
import { Contacts } from '../contacts/contacts.port';
import { Figures } from '../get-batch/figures.port';
import { HandOffs } from '../hand-off/hand-offs.port';
import { Imports } from '../import-contacts/imports.port';
import { summaryOf, timelineOf } from './timeline';

/** Why this customer was called, was not, will be, or never will (T2.12). */
@Injectable()
export class GetContactTimeline {
  constructor(
    private readonly contacts: Contacts,
    private readonly batches: Batches,
    private readonly imports: Imports,
    private readonly handOffs: HandOffs,
    private readonly figures: Figures,
    private readonly rules: DialingRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `contact.not-found` */
  async execute(contactId: string): Promise<ContactTimeline> {
    const contact = await this.contacts.get(contactId);
    const [batch, imported, attempts, handedOffAt, receipts] = await Promise.all([
      this.batches.get(contact.batchId),
      this.imports.get(contact.importId),
      this.contacts.attemptsOf(contactId),
      this.handOffs.handedOffAt(contactId),
      this.handOffs.receipts(contact.batchId),
    ]);
    const story = {
      batch,
      contact,
      importedAt: imported.startedAt,
      fileName: imported.fileName,
      attempts,
      handedOffAt: handedOffAt ?? null,
      receipts: handedOffAt
        ? receipts.map(({ receivedAt, receivedBy }) => ({ at: receivedAt, by: receivedBy }))
        : [],
      wait: contact.state === 'waiting' ? await this.waitOf(contact, batch) : undefined,
    };
    return {
      contact: toContactView(contact),
      entries: timelineOf(story),
      summary: { ...summaryOf(story) },
    };
  }

  private async waitOf(contact: Contact, batch: Batch): Promise<DialWait> {
    const now = this.clock.now();
    const policy = this.rules.policy(batch.policyName, now);
    const since = new Date(now.getTime() - longestSpanSeconds(policy.frequencyCaps) * 1000);
    const calls = await this.contacts.callsTo(contact.number, since);
    return explainWait({
      now,
      batchState: batch.state,
      settled: false,
      inCall: false,
      dueAt: contact.dueAt,
      afterTechnicalFailure: contact.waitReason.startsWith('technical'),
      deferredFor: deferralOf(contact.waitReason),
      hours: this.rules.hours(policy, contact.customerKind),
      permittedAt: earliestPermitted(policy.frequencyCaps, calls.times, now),
      numberBusy: calls.live,
      pbxNotAvailable: !(await this.figures.pbxAvailable()),
      obstacle: leastObstacle(await this.figures.obstacles(batch.id)),
    });
  }
}
