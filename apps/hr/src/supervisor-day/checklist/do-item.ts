import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type AttachToChecklistItemRequest,
  CHECKLIST_ERRORS,
  type DoChecklistItemRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { missingProof } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../../workplace/common/members';
import { Checklist, type ChecklistItem } from './checklist.port';

/** What supervisors do with a line of the checklist: prove it, and tick it off, once. */
@Injectable()
export class DoItem {
  constructor(
    private readonly checklist: Checklist,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `checklist-item.not-found`, `checklist-item.already-done`, `checklist-item.proof-missing` */
  async done(request: DoChecklistItemRequest, context: RequestContext): Promise<ChecklistItem> {
    const { itemId, text, number } = request;
    const by = await this.members.nameOf(context);
    return this.change(itemId, async (item) => {
      const proof = { ...(text !== undefined && { text }), ...(number !== undefined && { number }) };
      const missing = missingProof(item.proof, { ...proof, attachments: item.attachments.length });
      if (missing !== undefined) throw proofMissing(item, missing);
      await this.checklist.done(itemId, { at: this.clock.now(), by, ...proof });
    });
  }

  /** @throws DomainError `checklist-item.not-found`, `checklist-item.already-done` */
  async attach(request: AttachToChecklistItemRequest, context: RequestContext): Promise<ChecklistItem> {
    const { itemId, ...file } = request;
    const addedBy = await this.members.nameOf(context);
    return this.change(itemId, () =>
      this.checklist.attach(itemId, { ...file, id: randomUUID(), addedAt: this.clock.now(), addedBy }),
    );
  }

  private change(itemId: string, act: (item: ChecklistItem) => Promise<void>): Promise<ChecklistItem> {
    return this.work.inTransaction(async () => {
      const item = await this.checklist.lockItem(itemId);
      if (!item) throw itemNotFound(itemId);
      if (item.doneAt) {
        throw new DomainError(CHECKLIST_ERRORS.alreadyDone, `${item.titleEn} was done by ${item.doneBy}.`, {
          doneBy: item.doneBy,
          doneAt: item.doneAt.toISOString(),
        });
      }
      await act(item);
      const changed = await this.checklist.find(itemId);
      return changed ?? item;
    });
  }
}

export const itemNotFound = (itemId: string): DomainError =>
  new DomainError(CHECKLIST_ERRORS.notFound, `There is no line ${itemId} in the checklist.`, { itemId });

const proofMissing = ({ titleEn }: ChecklistItem, field: string): DomainError =>
  new DomainError(
    CHECKLIST_ERRORS.proofMissing,
    field === 'attachment'
      ? `"${titleEn}" is proved by a file; attach it to the line first.`
      : `"${titleEn}" is proved by a ${field}; give it.`,
    { field },
  );
