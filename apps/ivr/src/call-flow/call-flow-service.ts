import {
  buildCalendar,
  type CalendarDocument,
  CHINESE_CALENDAR_DOCUMENT,
  type WorkingCalendar,
} from '@switchyard/domain';
import { type Logger, Repeat } from '@switchyard/platform';
import type { ReleaseHeldCases } from './hold-cases/release-held-cases.use-case';
import type { QueryCodes } from './query-codes/query-codes';
import type { PublishedFlows } from './published-flows/published-flows';
import type { SeedDefaultFlow } from './published-flows/seed-default-flow';
import type { WarmPrompts } from './published-flows/warm-prompts';

/** Milliseconds between rounds. */
const EVERY = { flows: 1_000, cases: 3_000, queryCodes: 5_000, calendar: 60_000 } as const;

export interface CallFlowServiceParts {
  readonly flows: PublishedFlows;
  readonly seedDefaultFlow: SeedDefaultFlow;
  readonly warmPrompts: WarmPrompts;
  readonly releaseHeldCases: ReleaseHeldCases;
  readonly queryCodes: Pick<QueryCodes, 'fill'>;
  /** The service's copy of the working calendar, which hr owns. */
  readonly readCalendar: (id: string) => Promise<unknown>;
  readonly logger: Logger;
}

/** Keeps current what callers are served with, and delivers the cases that wait. */
export class CallFlowService {
  private known: WorkingCalendar | undefined;
  private readonly loops: readonly Repeat[];

  constructor(private readonly parts: CallFlowServiceParts) {
    parts.flows.onPublished((flows) => parts.warmPrompts.begin(flows));
    this.loops = [
      this.repeat('reading call flows', EVERY.flows, () => parts.flows.refresh()),
      this.repeat('delivering held cases', EVERY.cases, () => parts.releaseHeldCases.execute()),
      this.repeat('reserving query codes', EVERY.queryCodes, () => parts.queryCodes.fill()),
      this.repeat('reading the calendar', EVERY.calendar, () => this.readCalendar()),
    ];
  }

  get calendar(): WorkingCalendar | undefined {
    return this.known;
  }

  /** Resolves when callers can be served; until a flow is in force they are queued. */
  async start(): Promise<void> {
    await this.seed();
    for (const loop of this.loops) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** For readiness. @throws Error while no flow is in force. */
  check(): void {
    if (!this.parts.flows.ready) throw new Error('no call flow is in force: publish one');
  }

  private async seed(): Promise<void> {
    const { seedDefaultFlow, flows, logger } = this.parts;
    try {
      if (await seedDefaultFlow.execute()) logger.info('the default call flow is in force');
      await flows.refresh();
      await this.readCalendar();
    } catch (error) {
      logger.error('call flows could not be read; it will be tried again', { err: error });
    }
  }

  private async readCalendar(): Promise<void> {
    const stored = await this.parts.readCalendar(CHINESE_CALENDAR_DOCUMENT.id);
    if (stored !== undefined) this.known = buildCalendar(stored as CalendarDocument);
  }

  private repeat(name: string, everyMs: number, work: () => Promise<void>): Repeat {
    return new Repeat(name, everyMs, work, this.parts.logger);
  }
}
