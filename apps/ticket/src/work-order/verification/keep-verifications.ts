import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { WorkOrderEvent } from '../work-order-journal';
import { WorkOrderReaction, WorkOrderReactions } from '../work-order-reactions';
import type { WorkOrder } from '../work-orders.port';
import { type Verification, Verifications } from './verifications.port';

/** Keeps the list of verifications as the histories tell it. */
@Injectable()
export class KeepVerifications extends WorkOrderReaction implements OnModuleInit {
  constructor(
    private readonly verifications: Verifications,
    private readonly reactions: WorkOrderReactions,
  ) {
    super();
  }

  onModuleInit(): void {
    this.reactions.register(this);
  }

  async after(_workOrder: WorkOrder, newEvents: readonly WorkOrderEvent[]): Promise<void> {
    for (const event of newEvents) {
      if (!event.type.startsWith('verification-')) continue;
      const known = await this.verifications.find(String(event.data['verification']));
      const next = known ? changed(known, event) : requested(event);
      if (next) await this.verifications.put(next);
    }
  }
}

function requested({ type, number, data, at }: WorkOrderEvent): Verification | undefined {
  if (type !== 'verification-requested') return undefined;
  const { verification, inspector, matter, dueAt } = data;
  return {
    verification: String(verification),
    number,
    inspector: String(inspector),
    matter: String(matter),
    status: 'requested',
    requestedAt: at,
    updatedAt: at,
    ...(typeof dueAt === 'string' && { dueAt: new Date(dueAt) }),
  };
}

function changed(known: Verification, { type, data, at }: WorkOrderEvent): Verification | undefined {
  switch (type) {
    case 'verification-reported':
      return { ...known, status: 'reported', finding: String(data['finding']), updatedAt: at };
    case 'verification-sent-back':
      return { ...known, status: 'sent-back', sentBackReason: String(data['reason']), updatedAt: at };
    case 'verification-accepted':
      return { ...known, status: 'accepted', updatedAt: at };
    default:
      return undefined;
  }
}
