import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  HANDOVER_ERRORS,
  type HandoverMatterView,
  ListMatters,
  ListMattersRequest,
  type MatterPage,
  RecordMatter,
  RecordMatterRequest,
  type RequestContext,
  SettleMatter,
  SettleMatterRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { accountNameOf } from '../account-name';
import { Matters, type Matter } from './matters.port';

@Controller()
export class MattersHandler {
  constructor(
    private readonly matters: Matters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordMatter)
  async record({ text }: RecordMatterRequest, { actor }: RequestContext): Promise<HandoverMatterView> {
    const recordedAt = this.clock.now();
    const matter = { matterId: randomUUID(), text, recordedBy: accountNameOf(actor), recordedAt };
    await this.matters.add(matter);
    return toView(matter);
  }

  @Handles(SettleMatter)
  async settle(
    { matterId, result }: SettleMatterRequest,
    { actor }: RequestContext,
  ): Promise<HandoverMatterView> {
    const by = { result, settledBy: accountNameOf(actor), settledAt: this.clock.now() };
    const settled = await this.matters.settle(matterId, by);
    if (settled) return toView(settled);
    throw new DomainError(HANDOVER_ERRORS.matterNotFound, `There is no matter ${matterId}.`, { matterId });
  }

  @Handles(ListMatters)
  async list({ limit = 50, cursor, recordedBy, settled }: ListMattersRequest): Promise<MatterPage> {
    const filter = {
      ...(recordedBy !== undefined && { recordedBy: recordedBy.toLowerCase() }),
      ...(settled !== undefined && { settled }),
    };
    const page = await this.matters.list(filter, limit, cursor);
    return { items: page.items.map(toView), nextCursor: page.nextCursor };
  }
}

function toView({ recordedAt, settledAt, ...matter }: Matter): HandoverMatterView {
  return { ...matter, recordedAt: recordedAt.toISOString(), settledAt: settledAt?.toISOString() };
}
