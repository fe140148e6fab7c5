import { isWorkingDay, localDate, type SpokenLanguage, type WorkingCalendar } from '@switchyard/domain';
import type { Clock, FileStore, Logger, MetricsRegistry, OperationClient } from '@switchyard/platform';
import type { PromptLibrary } from '../prompts';
import type { CallRecords } from '../telephony/call-records';
import type { Scheduler } from '../telephony/scheduler';
import { CallFlowMetrics } from './call-flow-metrics';
import type { HeldCases } from './hold-cases/held-cases.port';
import { CallJournal } from './inbound-calls/call-journal';
import type { InboundCalls } from './inbound-calls/inbound-calls.port';
import { AnswersAhead } from './look-up/answers-ahead';
import { FlowLookUps } from './look-up/flow-look-ups';
import { OpenWorkOrders } from './open-work-orders/open-work-orders';
import type { QueryCodePool } from './query-codes/query-code-pool.port';
import { QueryCodes } from './query-codes/query-codes';
import type { PublishedFlows } from './published-flows/published-flows';
import { Messages, type RecordingFiles } from './record-messages/messages';
import { CallRunner } from './run-call/call-runner';
import { ResumeCalls } from './serve-callers/resume-calls';
import { LineBook, ServeCallers } from './serve-callers/serve-callers';

export interface CallFlowSurroundings {
  readonly flows: PublishedFlows;
  readonly calls: InboundCalls;
  readonly cases: HeldCases;
  readonly queryCodes: QueryCodePool;
  readonly records: CallRecords;
  readonly prompts: Pick<PromptLibrary, 'render'>;
  readonly client: Pick<OperationClient, 'call'>;
  readonly files: FileStore;
  readonly recordings: RecordingFiles;
  readonly unit: Readonly<Record<SpokenLanguage, string>>;
  readonly trunk: string;
  /** Undefined until it was read. */
  readonly calendar: () => WorkingCalendar | undefined;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly metrics: MetricsRegistry;
  readonly logger: Logger;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

/** China has one time zone, and no summer time. */
const OFFSET_MS = 8 * 3_600_000;

/** Puts together what serves callers; one for the service, and for every test that calls in. */
export function assembleCallFlow(around: CallFlowSurroundings): ServeCallers {
  const { flows, calls, client, clock, logger } = around;
  const journal = new CallJournal(calls, logger);
  const lines = new LineBook();
  const metrics = new CallFlowMetrics(around.metrics, () => {
    const inMenus = runner.all.filter(({ inHand }) => inHand).length;
    const { waitingToBegin } = callers;
    return { inMenus, elsewhere: runner.all.length - inMenus, waitingToBegin };
  });
  const messages = new Messages(around.recordings, around.files, logger);
  const queryCodes = new QueryCodes(around.queryCodes, client, logger);
  const lookUps = new FlowLookUps(client, logger, (what, result) => metrics.lookUp(what, result));
  const runner: CallRunner = new CallRunner({
    prompts: around.prompts,
    lookUps,
    answersAhead: new AnswersAhead(lookUps, () => around.scheduler.now()),
    workOrders: new OpenWorkOrders(client, around.cases, messages, queryCodes, clock, logger),
    messages,
    journal,
    calls,
    trunk: around.trunk,
    scheduler: around.scheduler,
    clock,
    logger,
    metrics,
    lines,
    factsAt: (at) => factsAt(at, around),
  });
  const resumeCalls = new ResumeCalls({ runner, calls, flows, records: around.records, clock, logger });
  const { scheduler } = around;
  const parts = { runner, resumeCalls, flows, calls, journal, lines, scheduler, logger };
  const callers: ServeCallers = new ServeCallers(parts);
  return callers;
}

function factsAt(at: number, { unit, calendar, random }: CallFlowSurroundings) {
  const local = new Date(at + OFFSET_MS).toISOString();
  const working = calendar();
  return {
    unit,
    // Without a calendar every day counts as one on which somebody works: nobody is turned away.
    workingDay: working === undefined || isWorkingDay(working, localDate(local.slice(0, 10))),
    minuteOfDay: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)),
    sample: random(),
  };
}
