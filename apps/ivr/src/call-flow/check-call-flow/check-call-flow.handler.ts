import { Controller } from '@nestjs/common';
import { type CallFlowCheck, CheckCallFlow, type CheckCallFlowRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { problemsOf } from '../versions/read-flow';
import { readSource } from '../versions/read-source';

@Controller()
export class CheckCallFlowHandler {
  @Handles(CheckCallFlow)
  async handle({ source }: CheckCallFlowRequest): Promise<CallFlowCheck> {
    const problems = problemsOf(readSource(source));
    return { valid: problems.length === 0, problems };
  }
}
