import { Controller } from '@nestjs/common';
import {
  ListServiceClocks,
  ListServiceClocksRequest,
  type RequestContext,
  type ServiceClockPage,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { LimitNames, toClockView } from '../clock-view';
import { StoredClocks } from '../stored-clocks.port';
import { scopeOf } from '../within-scope';

@Controller()
export class ListServiceClocksHandler {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
  ) {}

  @Handles(ListServiceClocks)
  async handle(request: ListServiceClocksRequest, context: RequestContext): Promise<ServiceClockPage> {
    const { limit = 50, cursor, dueFrom, dueBefore, ...rest } = request;
    const filter = {
      ...rest,
      ...(dueFrom !== undefined && { dueFrom: new Date(dueFrom) }),
      ...(dueBefore !== undefined && { dueBefore: new Date(dueBefore) }),
      ...scopeOf(context),
    };
    const names = new LimitNames((await this.rules.current()).policies);
    const page = await this.clocks.list(filter, limit, cursor);
    return { items: page.items.map((clock) => toClockView(clock, names)), nextCursor: page.nextCursor };
  }
}
