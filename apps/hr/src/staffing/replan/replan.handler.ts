import { Controller, Inject } from '@nestjs/common';
import { type DayReplan, ReplanDay, ReplanDayRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ReplanDayUseCase } from './replan-day.use-case';

@Controller()
export class ReplanHandler {
  constructor(
    private readonly replan: ReplanDayUseCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ReplanDay)
  handle({ at }: ReplanDayRequest): Promise<DayReplan> {
    return this.replan.execute(at === undefined ? this.clock.now() : new Date(at));
  }
}
