import { Controller } from '@nestjs/common';
import {
  ReTargetClock,
  ReTargetClockRequest,
  type RequestContext,
  type ServiceClockDetails,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { LimitNames, toClockDetails } from '../clock-view';
import { ReTargetClockUseCase } from './re-target-clock.use-case';

@Controller()
export class ReTargetClockHandler {
  constructor(
    private readonly reTarget: ReTargetClockUseCase,
    private readonly rules: ClockRules,
  ) {}

  @Handles(ReTargetClock)
  async handle(request: ReTargetClockRequest, context: RequestContext): Promise<ServiceClockDetails> {
    const clock = await this.reTarget.execute(request, context);
    return toClockDetails(clock, new LimitNames((await this.rules.current()).policies));
  }
}
