import { Controller } from '@nestjs/common';
import {
  type RecordedFollowUps,
  RecordFollowUp,
  RecordFollowUpRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toFollowUpView } from '../follow-up-view';
import { RecordFollowUpUseCase } from './record-follow-up.use-case';

@Controller()
export class RecordFollowUpHandler {
  constructor(private readonly record: RecordFollowUpUseCase) {}

  @Handles(RecordFollowUp)
  async handle(request: RecordFollowUpRequest, context: RequestContext): Promise<RecordedFollowUps> {
    const { at, channel = 'phone', ...call } = request;
    const when = at === undefined ? {} : { at: new Date(at) };
    const items = await this.record.execute({ ...call, channel, ...when }, context);
    return { items: items.map(toFollowUpView) };
  }
}
