import { Injectable, type OnModuleInit } from '@nestjs/common';
import { measuresOf } from '@switchyard/domain';
import { WorkOrderJournal, type WorkOrderEvent } from '../work-order-journal';
import { WorkOrderReaction, WorkOrderReactions } from '../work-order-reactions';
import type { WorkOrder } from '../work-orders.port';
import { ComplaintMeasures } from './measures.port';

/** Keeps the list of improvements as the histories tell it. */
@Injectable()
export class KeepMeasures extends WorkOrderReaction implements OnModuleInit {
  constructor(
    private readonly measures: ComplaintMeasures,
    private readonly journal: WorkOrderJournal,
    private readonly reactions: WorkOrderReactions,
  ) {
    super();
  }

  onModuleInit(): void {
    this.reactions.register(this);
  }

  async after({ number, updatedAt }: WorkOrder, newEvents: readonly WorkOrderEvent[]): Promise<void> {
    const touched = newEvents
      .filter(({ type }) => type.startsWith('measure-'))
      .map(({ data }) => data['measure']);
    if (touched.length === 0) return;
    for (const measure of measuresOf(await this.journal.history(number))) {
      if (touched.includes(measure.measure)) await this.measures.put({ ...measure, number, updatedAt });
    }
  }
}
