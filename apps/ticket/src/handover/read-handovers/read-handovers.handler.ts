import { Controller } from '@nestjs/common';
import {
  GetHandover,
  GetHandoverHistory,
  type HandoverHistory,
  type HandoverPage,
  HandoverReference,
  type HandoverView,
  ListHandovers,
  ListHandoversRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ChangeHandover } from '../change-handover/change-handover';
import { handoverNotFound } from '../handover-errors';
import { toHandoverSummary } from '../handover-view';
import { Handovers } from '../handovers.port';

@Controller()
export class ReadHandoversHandler {
  constructor(
    private readonly handovers: Handovers,
    private readonly change: ChangeHandover,
  ) {}

  @Handles(GetHandover)
  async get({ handoverId }: HandoverReference, context: RequestContext): Promise<HandoverView> {
    const handover = await this.handovers.find(handoverId);
    if (!handover) throw handoverNotFound(handoverId);
    return this.change.view(handover, context);
  }

  @Handles(ListHandovers)
  async list(request: ListHandoversRequest): Promise<HandoverPage> {
    const { limit = 50, cursor, from, to, outgoing, relief, state } = request;
    const filter = {
      ...(state !== undefined && { state }),
      ...(outgoing !== undefined && { outgoing: outgoing.toLowerCase() }),
      ...(relief !== undefined && { relief: relief.toLowerCase() }),
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
    };
    const page = await this.handovers.list(filter, limit, cursor);
    return { items: page.items.map(toHandoverSummary), nextCursor: page.nextCursor };
  }

  @Handles(GetHandoverHistory)
  async history({ handoverId }: HandoverReference): Promise<HandoverHistory> {
    const events = await this.handovers.history(handoverId);
    if (events.length === 0) throw handoverNotFound(handoverId);
    return { items: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })) };
  }
}
