import {
  buildCalendar,
  type CalendarDocument,
  CHINESE_CALENDAR_DOCUMENT,
  type WorkingCalendar,
} from '@switchyard/domain';
import { type Logger, Repeat } from '@switchyard/platform';
import type { ForgetAnonymousCalls } from './hold-cases/forget-anonymous-calls.use-case';
import type { ReleaseHeldCases } from './hold-cases/release-held-cases.use-case';
import type { QueryCodes } from './query-codes/query-codes';
import { isNewer, newerFlowNote } from './published-flows/built-in-flow';
import type { PublishedFlows } from './published-flows/published-flows';
import type { SeedDefaultFlow } from './published-flows/seed-default-flow';
import type { WarmPrompts } from './published-flows/warm-prompts';
import type { FlowVersionHead } from './versions/flow-version';

/** Milliseconds between rounds. */
const EVERY = {
  flows: 1_000,
  cases: 3_000,
  queryCodes: 5_000,
  anonymousCalls: 5_000,
  calendar: 60_000,
} as const;

export interface CallFlowServiceParts {
  readonly flows: Pick<PublishedFlows, 'onPublished' | 'refresh' | 'ready' | 'all'>;
  readonly seedDefaultFlow: Pick<SeedDefaultFlow, 'execute'>;
  readonly warmPrompts: Pick<WarmPrompts, 'begin'>;
  readonly releaseHeldCases: Pick<ReleaseHeldCases, 'execute'>;
  readonly forgetAnonymousCalls: Pick<ForgetAnonymousCalls, 'execute'>;
  readonly queryCodes: Pick<QueryCodes, 'fill'>;
  /** The service's copy of the working calendar, which hr owns. */
  readonly readCalendar: (id: string) => Promise<unknown>;
  readonly logger: Logger;
}

/** Keeps current what callers are served with, and delivers the cases that wait. */
export class CallFlowService {
  private known: WorkingCalendar | undefined;
  private builtIn: FlowVersionHead | undefined;
  private readonly loops: readonly Repeat[];

  constructor(private readonly parts: CallFlowServiceParts) {
    parts.flows.onPublished((flows) => parts.warmPrompts.begin(flows));
    this.loops = [
      this.repeat('reading call flows', EVERY.flows, () => this.readFlows()),
      this.repeat('delivering held cases', EVERY.cases, () => parts.releaseHeldCases.execute()),
      this.repeat('forgetting anonymous callers', EVERY.anonymousCalls, () =>
        parts.forgetAnonymousCalls.execute(),
      ),
      this.repeat('reserving query codes', EVERY.queryCodes, () => parts.queryCodes.fill()),
      this.repeat('reading the calendar', EVERY.calendar, () => this.readCalendar()),
    ];
  }

  get calendar(): WorkingCalendar | undefined {
    return this.known;
  }

  /** Resolves when callers can be served; until a flow is in force they are queued. */
  async start(): Promise<void> {
    try {
      await this.readFlows();
      await this.readCalendar();
    } catch (error) {
      this.parts.logger.error('call flows could not be read; it will be tried again', { err: error });
    }
    for (const loop of this.loops) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** For readiness. @throws Error while no flow is in force. */
  check(): void {
    if (!this.parts.flows.ready) throw new Error('no call flow is in force: publish one');
  }

  /** For readiness: that this release brought a newer flow than the one in force; undefined when there is none. */
  newerFlow(): string | undefined {
    if (!this.builtIn) return undefined;
    const { name, number } = this.builtIn;
    const inForce = this.parts.flows.all.find((flow) => flow.name === name);
    if (!inForce || !isNewer({ number }, { publishedNumber: inForce.number })) return undefined;
    return newerFlowNote(name, number, inForce.number);
  }

  private async readFlows(): Promise<void> {
    const { flows } = this.parts;
    await flows.refresh();
    if (this.builtIn) return;
    await this.seed();
    await flows.refresh();
  }

  private async seed(): Promise<void> {
    const { seedDefaultFlow, logger } = this.parts;
    const { version, done } = await seedDefaultFlow.execute();
    this.builtIn = version;
    const named = { flow: version.name, version: version.number };
    if (done === 'published') logger.info('the default call flow is in force', named);
    if (done === 'offered')
      logger.warn('a newer call flow comes with this release: compare and publish it', named);
  }

  private async readCalendar(): Promise<void> {
    const stored = await this.parts.readCalendar(CHINESE_CALENDAR_DOCUMENT.id);
    if (stored !== undefined) this.known = buildCalendar(stored as CalendarDocument);
  }

  private repeat(name: string, everyMs: number, work: () => Promise<void>): Repeat {
    return new Repeat(name, everyMs, work, this.parts.logger);
  }
}
