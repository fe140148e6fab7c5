import type { Provider, Type } from '@nestjs/common';
import { Logger, RegularWork } from '@switchyard/platform';
import { HrConfig } from './hr.config';

interface Part {
  execute(): Promise<unknown>;
}

/** Does a part of the sweeps for what is due; each part has rounds of its own, so what fails or takes long stops no other. */
class Sweep extends RegularWork {
  constructor(
    what: string,
    private readonly part: Part,
    private readonly seconds: number,
    logger: Logger,
  ) {
    super(what, seconds * 1000, logger);
  }

  override onApplicationBootstrap(): void {
    if (this.seconds > 0) super.onApplicationBootstrap();
  }

  protected async round(): Promise<void> {
    await this.part.execute();
  }
}

/** Has a part done every `HR_SWEEP_SECONDS`. @param what names it in the log */
export const sweep = (part: Type<Part>, what: string): Provider => ({
  provide: `sweep: ${what}`,
  inject: [part, HrConfig, Logger],
  useFactory: (work: Part, { sweepSeconds }: HrConfig, logger: Logger) =>
    new Sweep(what, work, sweepSeconds, logger),
});
