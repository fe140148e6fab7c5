import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '../logging';
import { Repeat } from './repeat';

export interface RegularWorkOptions {
  /** How long the first round waits behind the service's start, ms; 0: not at all. */
  readonly firstAfterMs?: number;
}

/** Work that a service does again and again, from its start until it is stopped. */
export abstract class RegularWork implements OnApplicationBootstrap, OnApplicationShutdown {
  protected readonly log: Logger;
  private readonly repeat: Repeat;
  private readonly firstAfterMs: number;
  private first: NodeJS.Timeout | undefined;
  private ending = false;

  /** @param everyMs pause between the end of a round and the next one */
  protected constructor(
    what: string,
    everyMs: number,
    logger: Logger,
    { firstAfterMs = 0 }: RegularWorkOptions = {},
  ) {
    this.log = logger.named(new.target.name);
    this.repeat = new Repeat(what, everyMs, () => this.round(), this.log);
    this.firstAfterMs = firstAfterMs;
  }

  protected abstract round(): Promise<void>;

  /** A long round looks at it between its steps. */
  protected get stopping(): boolean {
    return this.ending;
  }

  /** Begins a round now instead of at the end of the pause. */
  protected atOnce(): void {
    clearTimeout(this.first);
    this.repeat.kick();
  }

  onApplicationBootstrap(): void {
    if (this.firstAfterMs === 0) return this.repeat.start();
    this.first = setTimeout(() => this.repeat.start(), this.firstAfterMs);
    this.first.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending = true;
    clearTimeout(this.first);
    await this.repeat.stop();
  }
}
