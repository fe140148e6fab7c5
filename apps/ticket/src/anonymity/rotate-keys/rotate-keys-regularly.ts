import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat, systemContext } from '@switchyard/platform';
import { RotateKeysUseCase } from './rotate-keys.use-case';

const EVERY_MS = 10 * 60_000;

/** After a start with a new key, and every ten minutes for what another process was keeping at that moment. */
@Injectable()
export class RotateKeysRegularly implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Repeat;

  constructor(rotateKeys: RotateKeysUseCase, logger: Logger) {
    const round = async (): Promise<void> => {
      await rotateKeys.execute(systemContext('ticket'));
    };
    this.rounds = new Repeat('rotating identity keys', EVERY_MS, round, logger.named('IdentityKeys'));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }
}
