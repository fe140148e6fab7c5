import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Logger } from '../logging';
import { MetricsRegistry } from '../metrics';
import { TRANSPORT, type Transport } from '../messaging/transport';
import { UnitOfWork } from '../persistence/unit-of-work';
import { EventHousekeeping } from './event-housekeeping';
import { Inbox } from './inbox';
import { InboxWorker } from './inbox-worker';
import { EVENT_HANDLER, type EventHandlerDeclaration, type EventMeta } from './on-event';
import { OutboxRelay } from './outbox-relay';

type Method = (payload: object, meta: EventMeta) => Promise<void>;

/** Finds the service's @OnEvent methods and runs them and the relay; started once everything else stands. */
@Injectable()
export class EventRuntime {
  private readonly workers: InboxWorker[] = [];
  private readonly logger: Logger;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly inbox: Inbox,
    private readonly relay: OutboxRelay,
    private readonly unitOfWork: UnitOfWork,
    private readonly housekeeping: EventHousekeeping,
    private readonly metrics: MetricsRegistry,
    @Inject(TRANSPORT) private readonly transport: Transport,
    logger: Logger,
  ) {
    this.logger = logger.named('Events');
  }

  async start(): Promise<void> {
    for (const [declaration, handler] of this.findHandlers()) await this.run(declaration, handler);
    this.relay.start();
    this.housekeeping.start();
  }

  /** Events in progress take effect or are rolled back; nothing is lost. */
  async stop(): Promise<void> {
    this.housekeeping.stop();
    await Promise.all([this.relay.stop(), ...this.workers.map((worker) => worker.stop())]);
  }

  private async run(declaration: EventHandlerDeclaration, handler: Method): Promise<void> {
    const { inbox, unitOfWork, logger, metrics } = this;
    const worker = new InboxWorker(declaration, handler, inbox, unitOfWork, logger, metrics);
    this.workers.push(worker);
    worker.start();
    const { durable, contract } = declaration;
    await this.transport.events.subscribe({
      durable,
      subject: contract.subject,
      receive: async (events) => {
        await inbox.receive(durable, events);
        worker.kick();
      },
    });
  }

  private findHandlers(): [EventHandlerDeclaration, Method][] {
    const handlers = new Map<string, [EventHandlerDeclaration, Method]>();
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    for (const instance of new Set<unknown>(wrappers.map((wrapper) => wrapper.instance as unknown))) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const [declaration, method] of this.handlersOf(instance as Record<string, unknown>)) {
        if (handlers.has(declaration.durable))
          throw new Error(`two handlers for durable ${declaration.durable}`);
        handlers.set(declaration.durable, [declaration, method]);
      }
    }
    return [...handlers.values()];
  }

  private handlersOf(instance: Record<string, unknown>): [EventHandlerDeclaration, Method][] {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = (prototype as Record<string, unknown>)[name] as Method;
      const declaration = Reflect.getMetadata(EVENT_HANDLER, method) as EventHandlerDeclaration | undefined;
      return declaration === undefined ? [] : [[declaration, method.bind(instance)]];
    });
  }
}
