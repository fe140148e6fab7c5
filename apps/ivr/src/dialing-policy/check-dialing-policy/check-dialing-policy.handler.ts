import { Controller, Inject } from '@nestjs/common';
import {
  CheckDialingPolicy,
  CheckDialingPolicyRequest,
  type DialingPolicyCheck,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ReadVersion } from '../read-version.use-case';

@Controller()
export class CheckDialingPolicyHandler {
  constructor(
    private readonly readVersion: ReadVersion,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CheckDialingPolicy)
  async handle({ name, document }: CheckDialingPolicyRequest): Promise<DialingPolicyCheck> {
    const { validFrom = localDateAt(this.clock.now()) } = document;
    const read = await this.readVersion.execute({ name, validFrom: String(validFrom), document });
    const problems = read.ok ? [] : read.error;
    return {
      valid: read.ok,
      problems: problems.map(({ path, problem }) => ({ field: `document.${path}`, problem })),
    };
  }
}
