import { Injectable } from '@nestjs/common';
import { APPLICANT_KINDS, papersFor, tickedOff, type TickedPaper } from '@switchyard/domain';
import { Policies } from '../../policy/policies';
import { WorkOrderJournal } from '../work-order-journal';
import type { WorkOrder } from '../work-orders.port';

/** The papers of an application, by the rules of the day on which it was taken in, and which of them are there. */
@Injectable()
export class Checklist {
  constructor(
    private readonly policies: Policies,
    private readonly journal: WorkOrderJournal,
  ) {}

  /** Empty until it is known who applies for what. */
  async of({ number, applicationKind, fields, openedAt }: WorkOrder): Promise<readonly TickedPaper[]> {
    const applicant = APPLICANT_KINDS.find((kind) => kind === fields['customerKind']);
    if (applicationKind === undefined || applicant === undefined) return [];
    const papers = papersFor(await this.policies.papers(openedAt), applicationKind, applicant);
    const events = await this.journal.history(number);
    const ticks = events
      .filter(({ type }) => type === 'paper-received')
      .map(({ data, at, actorId }) => ({
        paper: String(data['paper']),
        received: data['received'] === true,
        at,
        by: actorId,
        ...(typeof data['note'] === 'string' && { note: data['note'] }),
      }));
    return tickedOff(papers, ticks);
  }
}
