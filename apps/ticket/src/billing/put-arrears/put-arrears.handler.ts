import { Controller, Inject } from '@nestjs/common';
import { type ArrearsFacts, PutArrears, PutArrearsRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ArrearsRegister } from '../arrears.port';

@Controller()
export class PutArrearsHandler {
  constructor(
    private readonly arrears: ArrearsRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PutArrears)
  async handle(request: PutArrearsRequest): Promise<ArrearsFacts> {
    await this.arrears.put({ ...request, asOf: new Date(request.asOf) }, this.clock.now());
    return request;
  }
}
