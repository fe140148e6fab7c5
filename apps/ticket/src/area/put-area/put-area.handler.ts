import { Controller, Inject } from '@nestjs/common';
import { type AreaView, PutArea, PutAreaRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Areas } from '../areas.port';

@Controller()
export class PutAreaHandler {
  constructor(
    private readonly areas: Areas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PutArea)
  async handle(area: PutAreaRequest): Promise<AreaView> {
    await this.areas.put(area, this.clock.now());
    return area;
  }
}
