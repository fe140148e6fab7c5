import { Controller, Inject } from '@nestjs/common';
import {
  type OutageView,
  RegisterOutage as Contract,
  RegisterOutageRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toOutageView } from '../outage-view';
import { RegisterOutage } from './register-outage.use-case';

@Controller()
export class RegisterOutageHandler {
  constructor(
    private readonly register: RegisterOutage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(Contract)
  async handle(request: RegisterOutageRequest, context: RequestContext): Promise<OutageView> {
    const { startsAt, expectedRestorationAt, announcedAt, ...facts } = request;
    const command = {
      ...facts,
      startsAt: new Date(startsAt),
      ...(expectedRestorationAt !== undefined && { expectedRestorationAt: new Date(expectedRestorationAt) }),
      ...(announcedAt !== undefined && { announcedAt: new Date(announcedAt) }),
    };
    return toOutageView(await this.register.execute(command, context), this.clock.now());
  }
}
