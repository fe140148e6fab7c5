import type { HealthRegistry } from '../../health';
import { until, withTimeout } from '../../time';
import type { EventStream } from '../event-stream';
import { NobodyAnswers, RemoteFailure, type Transport } from '../transport';
import type { InProcessBus } from './in-process-bus';
import { InProcessServer } from './in-process-server';

/** One service's place on the bus. */
export class InProcessTransport implements Transport {
  readonly kind = 'in-process';
  readonly server: InProcessServer;
  readonly events: EventStream;
  private readonly durables: string[] = [];

  constructor(private readonly bus: InProcessBus) {
    this.server = new InProcessServer(bus);
    this.events = {
      publish: (events) => bus.publish(events),
      subscribe: async (subscription) => {
        bus.subscribe(subscription);
        this.durables.push(subscription.durable);
      },
    };
  }

  isConnected(): boolean {
    return true;
  }

  async connect(): Promise<void> {
    // Nothing to reach.
  }

  async request(subject: string, data: unknown, contextHeader: string, timeoutMs: number): Promise<unknown> {
    const receiver = this.bus.receiverOf(subject);
    if (receiver === undefined) throw new NobodyAnswers(subject);
    const json = await withTimeout(
      receiver(subject, JSON.stringify(data), contextHeader),
      timeoutMs,
      subject,
    );
    const { err, response } = JSON.parse(json) as { err?: unknown; response?: unknown };
    if (err !== undefined) throw new RemoteFailure(err);
    return response;
  }

  async stopAccepting(timeoutMs: number): Promise<void> {
    this.server.stopAccepting();
    for (const durable of this.durables.splice(0)) this.bus.unsubscribe(durable);
    await until(() => this.server.busy === 0, timeoutMs, 'the end of requests in progress');
  }

  async close(): Promise<void> {
    this.server.close();
  }

  addHealthChecks(_health: HealthRegistry): void {
    // It cannot be away from itself.
  }
}
