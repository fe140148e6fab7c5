import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventRuntime } from '../events/event-runtime';
import { HealthRegistry } from '../health';
import type { Logger } from '../logging';
import type { Transport } from '../messaging/transport';
import { withTimeout } from '../time';
import { ShutdownHooks } from './shutdown';

const CLOSE_TIMEOUT_MS = 10_000;

/** A service that listens. */
export class RunningService {
  private stopping: Promise<void> | undefined;

  constructor(
    readonly name: string,
    readonly app: NestFastifyApplication,
    private readonly transport: Transport,
    private readonly events: EventRuntime,
    private readonly shutdownTimeoutMs: number,
    private readonly logger: Logger,
  ) {}

  /** Where it answers HTTP, e.g. `http://127.0.0.1:3001`. */
  get url(): string {
    const address = this.app.getHttpServer().address() as { port: number; address: string } | null;
    if (address === null) return '';
    const host = ['0.0.0.0', '::'].includes(address.address) ? '127.0.0.1' : address.address;
    return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  }

  /** Takes no new work, lets work in progress end (at most the shutdown time-out), closes. Never rejects. */
  stop(): Promise<void> {
    this.stopping ??= this.perform();
    return this.stopping;
  }

  private async perform(): Promise<void> {
    this.logger.info('service stops');
    this.app.get(HealthRegistry).drain();
    const timeoutMs = this.shutdownTimeoutMs;
    await this.step('take no new work', () => this.transport.stopAccepting(timeoutMs), timeoutMs + 1_000);
    await this.app.get(ShutdownHooks).run(timeoutMs);
    await this.step('stop events', () => this.events.stop());
    await this.step('close', () => this.app.close());
    await this.step('close the transport', () => this.transport.close());
    this.logger.info('service stopped');
  }

  private async step(
    name: string,
    work: () => Promise<void>,
    timeoutMs: number = CLOSE_TIMEOUT_MS,
  ): Promise<void> {
    try {
      await withTimeout(work(), timeoutMs, name);
    } catch (error) {
      this.logger.error('shutdown step failed', { step: name, err: error });
    }
  }
}
