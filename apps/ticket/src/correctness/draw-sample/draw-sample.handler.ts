import { Controller } from '@nestjs/common';
import {
  type CorrectnessSampleView,
  DrawCorrectnessSample,
  DrawCorrectnessSampleRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toSampleView } from '../correctness-views';
import { DrawSample } from './draw-sample.use-case';

@Controller()
export class DrawSampleHandler {
  constructor(private readonly draw: DrawSample) {}

  @Handles(DrawCorrectnessSample)
  async handle(
    request: DrawCorrectnessSampleRequest,
    context: RequestContext,
  ): Promise<CorrectnessSampleView> {
    const { subject, seed } = request;
    const period = { from: new Date(request.from), before: new Date(request.before) };
    return toSampleView(
      await this.draw.execute({ ...period, subject, ...(seed !== undefined && { seed }) }, context),
    );
  }
}
