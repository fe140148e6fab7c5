import { Controller } from '@nestjs/common';
import {
  type PerformanceDayTaken,
  type RequestContext,
  TakePerformanceDay,
  type TakePerformanceDayRequest,
} from '@switchyard/contracts';
import { localDate } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { TakeDay } from './take-day.use-case';

@Controller()
export class TakeDayHandler {
  constructor(private readonly take: TakeDay) {}

  @Handles(TakePerformanceDay)
  async handle({ day }: TakePerformanceDayRequest, context: RequestContext): Promise<PerformanceDayTaken> {
    const { taken, problems } = await this.take.execute(localDate(day), context);
    return { day, taken: [...taken], problems: [...problems] };
  }
}
