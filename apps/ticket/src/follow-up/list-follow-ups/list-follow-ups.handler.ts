import { Controller, Inject } from '@nestjs/common';
import {
  type FollowUpPage,
  ListFollowUps,
  ListFollowUpsRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { scopeOf } from '../../work-order/access';
import { toFollowUpView } from '../follow-up-view';
import { FollowUps } from '../follow-ups.port';

@Controller()
export class ListFollowUpsHandler {
  constructor(
    private readonly followUps: FollowUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListFollowUps)
  async handle(request: ListFollowUpsRequest, context: RequestContext): Promise<FollowUpPage> {
    const {
      limit = 50,
      cursor,
      sort = 'dueAt',
      overdue,
      arisesFrom,
      arisesBefore,
      dueBefore,
      ...filter
    } = request;
    const times = {
      ...(arisesFrom !== undefined && { arisesFrom: new Date(arisesFrom) }),
      ...(arisesBefore !== undefined && { arisesBefore: new Date(arisesBefore) }),
      ...(dueBefore !== undefined && { dueBefore: new Date(dueBefore) }),
      ...(overdue === true && { overdueAt: this.clock.now() }),
    };
    const page = await this.followUps.list(
      { ...filter, ...times, within: scopeOf(context) },
      sort,
      limit,
      cursor,
    );
    return { items: page.items.map(toFollowUpView), nextCursor: page.nextCursor };
  }
}
