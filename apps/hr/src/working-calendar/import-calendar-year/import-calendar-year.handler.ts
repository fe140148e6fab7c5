import { Controller } from '@nestjs/common';
import {
  type CalendarImport,
  ImportCalendarYear,
  ImportCalendarYearRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toCalendarHead } from '../calendar-view';
import { ImportCalendarYearUseCase } from './import-calendar-year.use-case';

@Controller()
export class ImportCalendarYearHandler {
  constructor(private readonly importYear: ImportCalendarYearUseCase) {}

  @Handles(ImportCalendarYear)
  async handle(request: ImportCalendarYearRequest, context: RequestContext): Promise<CalendarImport> {
    const { added, changed, removed, ...calendar } = await this.importYear.execute(request, context);
    return { ...toCalendarHead(calendar), added: [...added], changed: [...changed], removed: [...removed] };
  }
}
