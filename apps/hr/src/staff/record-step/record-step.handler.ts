import { Controller } from '@nestjs/common';
import {
  type RecordedStaffStep,
  RecordStaffStep,
  RecordStaffStepRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toEventView, toStaffView } from '../staff-views';
import { RecordStep } from './record-step.use-case';

@Controller()
export class RecordStepHandler {
  constructor(private readonly record: RecordStep) {}

  @Handles(RecordStaffStep)
  async handle(request: RecordStaffStepRequest, context: RequestContext): Promise<RecordedStaffStep> {
    const { event, record } = await this.record.execute(request, context);
    return { event: toEventView(event), staff: toStaffView(record) };
  }
}
