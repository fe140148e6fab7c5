import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '../logging';
import { Repeat } from './repeat';

/** Work that a service does again and again, from its start until it is stopped. */
export abstract class RegularWork implements OnApplicationBootstrap, OnApplicationShutdown {
  protected readonly log: Logger;
  private readonly repeat: Repeat;
  private ending = false;

  /** @param everyMs pause between the end of a round and the next one */
  protected constructor(what: string, everyMs: number, logger: Logger) {
    this.log = logger.named(new.target.name);
    this.repeat = new Repeat(what, everyMs, () => this.round(), this.log);
  }

  protected abstract round(): Promise<void>;

  /** A long round looks at it between its steps. */
  protected get stopping(): boolean {
    return this.ending;
  }

  /** Begins a round now instead of at the end of the pause. */
  protected atOnce(): void {
    this.repeat.kick();
  }

  onApplicationBootstrap(): void {
    this.repeat.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending = true;
    await this.repeat.stop();
  }
}
