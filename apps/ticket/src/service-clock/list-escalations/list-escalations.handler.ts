import { Controller } from '@nestjs/common';
import {
  type EscalationPage,
  ListEscalations,
  ListEscalationsRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { LimitNames, toClockView, toLevelView } from '../clock-view';
import { StoredClocks } from '../stored-clocks.port';
import { scopeOf } from '../within-scope';

@Controller()
export class ListEscalationsHandler {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
  ) {}

  @Handles(ListEscalations)
  async handle(request: ListEscalationsRequest, context: RequestContext): Promise<EscalationPage> {
    const { limit = 50, cursor, firedFrom, firedBefore, ...rest } = request;
    const filter = {
      ...rest,
      ...(firedFrom !== undefined && { firedFrom: new Date(firedFrom) }),
      ...(firedBefore !== undefined && { firedBefore: new Date(firedBefore) }),
      ...scopeOf(context),
    };
    const names = new LimitNames((await this.rules.current()).policies);
    const page = await this.clocks.escalations(filter, limit, cursor);
    return {
      items: page.items.map(({ clock, alarm }) => ({
        clock: toClockView(clock, names),
        level: toLevelView(alarm),
      })),
      nextCursor: page.nextCursor,
    };
  }
}
