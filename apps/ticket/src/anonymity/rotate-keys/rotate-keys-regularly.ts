import { Injectable } from '@nestjs/common';
import { Logger, RegularWork, systemContext } from '@switchyard/platform';
import { RotateKeysUseCase } from './rotate-keys.use-case';

const EVERY_MS = 10 * 60_000;

/** After a start with a new key, and every ten minutes for what another process was keeping at that moment. */
@Injectable()
export class RotateKeysRegularly extends RegularWork {
  constructor(
    private readonly rotateKeys: RotateKeysUseCase,
    logger: Logger,
  ) {
    super('rotating identity keys', EVERY_MS, logger);
  }

  protected async round(): Promise<void> {
    await this.rotateKeys.execute(systemContext('ticket'));
  }
}
