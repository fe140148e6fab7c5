import { Injectable } from '@nestjs/common';
import { Logger } from '../logging';
import { withTimeout } from '../time';

type Hook = (signal: AbortSignal) => Promise<void>;

/** Milliseconds before the end of the time in which hooks may still clean up; at most a quarter of it. */
const CLEAN_UP = 5_000;

/**
 * What a service does between "take nothing new" and "close": let calls in progress end, flush, release
 * leases. Hooks run side by side; the signal is aborted while there is still time to clean up.
 */
@Injectable()
export class ShutdownHooks {
  private readonly hooks = new Map<string, Hook>();
  private readonly logger: Logger;

  constructor(logger: Logger) {
    this.logger = logger.named('Shutdown');
  }

  /** @throws Error when the name is taken. */
  add(name: string, hook: Hook): void {
    if (this.hooks.has(name)) throw new Error(`shutdown hook ${name} exists already`);
    this.hooks.set(name, hook);
  }

  /** Never rejects: a hook that fails or is late is logged, and the rest goes on. */
  async run(timeoutMs: number): Promise<void> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs - Math.min(CLEAN_UP, timeoutMs / 4));
    await Promise.all(
      [...this.hooks].map(async ([name, hook]) => {
        try {
          await withTimeout(
            Promise.resolve().then(() => hook(abort.signal)),
            timeoutMs,
            name,
          );
        } catch (error) {
          this.logger.error('shutdown hook failed', { hook: name, err: error });
        }
      }),
    );
    clearTimeout(timer);
    abort.abort();
  }
}
