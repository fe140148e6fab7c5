import type { RequestContext } from '@switchyard/contracts';
import {
  type Clock,
  type Logger,
  type MetricsRegistry,
  MicroBatch,
  type Outbox,
  type UnitOfWork,
} from '@switchyard/platform';
import type { NoticeTemplates } from '../notice-template/notice-templates';
import type { PromptLibrary } from '../prompts';
import type { CallRecords } from '../telephony/call-records';
import type { Scheduler } from '../telephony/scheduler';
import type { TelephonyNode } from '../telephony/telephony.port';
import { CallsAtWork } from './calls-at-work';
import { ClaimCalls } from './claim-calls/claim-calls.use-case';
import type { Claims } from './claim-calls/claims.port';
import type { EndedCall } from './conduct-call/call-in-hand';
import { Conductor } from './conduct-call/conductor';
import { ContactBalances } from './conduct-call/contact-balances';
import { NoticeSpeaker } from './conduct-call/notice-speaker';
import { DialDue } from './dial/dial-due.use-case';
import { Dialer } from './dialer';
import type { DialerConfig } from './dialer.config';
import { DialerMetrics } from './dialer-metrics';
import { NodeKeeper } from './hold-nodes/node-keeper';
import type { NodeLeases } from './hold-nodes/node-leases.port';
import { NoteObstacles } from './note-obstacles/note-obstacles.use-case';
import type { Obstacles } from './note-obstacles/obstacles.port';
import { PlaceCalls } from './place-calls/place-calls.use-case';
import type { Placements, StartedNotice } from './place-calls/placements.port';
import type { DialingRules } from './policy/dialing-rules';
import type { LostCalls } from './recover-calls/lost-calls.port';
import { RecoverCalls } from './recover-calls/recover-calls.use-case';
import type { Callers } from './returned-call/callers.port';
import type { ReturnedCalls } from './returned-call/returned-calls.port';
import { TellReturnedCall } from './returned-call/tell-returned-call.use-case';
import type { DispositionEvents } from './settle-calls/disposition-events';
import { SettleCalls } from './settle-calls/settle-calls.use-case';
import { SettleQueue } from './settle-calls/settle-queue';
import type { Settlements } from './settle-calls/settlements.port';
import type { BatchSweeps } from './sweep-batches/batch-sweeps.port';
import { SweepBatches } from './sweep-batches/sweep-batches.use-case';

export interface DialerStores {
  readonly leases: NodeLeases;
  readonly claims: Claims;
  readonly placements: Placements;
  readonly settlements: Settlements;
  readonly lostCalls: LostCalls;
  readonly returnedCalls: ReturnedCalls;
  readonly sweeps: BatchSweeps;
  readonly obstacles: Obstacles;
}

export interface DialerSurroundings {
  readonly nodes: readonly TelephonyNode[];
  readonly config: DialerConfig;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly records: CallRecords;
  readonly prompts: PromptLibrary;
  readonly templates: NoticeTemplates;
  readonly rules: DialingRules;
  readonly events: DispositionEvents;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: MetricsRegistry;
  readonly scheduler: Scheduler;
  readonly context: RequestContext;
  readonly truthIsCurrent: () => boolean;
  readonly callers: Callers;
  readonly stores: DialerStores;
}

/** Callers' lines belong to no batch. */
const NO_BATCH = { id: 'none' };
/** A returned call that went on in the menus is settled as a call of ours, while its line is still the caller's. */
const lineOf = (callId: string) => `caller:${callId}`;

/** Milliseconds in which beginnings of notices are gathered: no essential part is shorter. */
const NOTE_GATHER = 200;

/** Puts the dialer's parts together; one for the service, and for every test that dials. */
export function assembleDialer(around: DialerSurroundings): Dialer {
  const { nodes, config, unitOfWork, rules, events, clock, logger, scheduler, context, stores } = around;
  const atWork = new CallsAtWork();
  const keeper = new NodeKeeper(nodes, stores.leases, logger, {
    on: (node) => atWork.on(node),
    handOver: (node) => around.callers.handOver(node),
    dropAll: (node) => {
      conductor.dropAll(node);
      recoverCalls.dropAll(node);
      around.callers.dropAll(node);
      atWork.dropAll(node);
    },
  });
  around.callers.useLines({
    take: (node, id) => atWork.add(node, { id: lineOf(id), batch: NO_BATCH, direction: 'in' }),
    free: (id) => atWork.remove(lineOf(id)),
  });
  const metrics = new DialerMetrics(around.metrics, atWork, keeper);
  const speaker = new NoticeSpeaker(around.prompts, around.templates, config.unitName);
  const balances = new ContactBalances(stores.claims);
  const settleCalls = new SettleCalls(unitOfWork, stores.settlements, rules, events, around.outbox);
  const settleQueue = new SettleQueue(settleCalls, keeper.holder, context, atWork, scheduler, logger);
  const notices = new MicroBatch<StartedNotice, true>(
    async (started) => {
      await stores.placements.noticesStarted(started);
      return started.map(() => true as const);
    },
    { windowMs: NOTE_GATHER },
  );
  const conductor = new Conductor(scheduler, logger, {
    noticeStarted: (started) => {
      // Only recovery misses it when it cannot be noted, and then takes the call for unheard.
      notices.add(started).catch((error: unknown) => logger.warn('a hearing was not noted', { err: error }));
    },
    ended: (ended: EndedCall) => {
      metrics.ended(ended);
      settleQueue.add({ ended, evidence: 'reported', source: 'live' });
    },
    goesOn: (node, { id, number, dialled, language }, human) =>
      around.callers.goOnAfterNotice(node, { callId: id, from: number, to: dialled ?? '', language, human }),
    lost: (ended: EndedCall) => recoverCalls.lost(ended),
  });
  const placeCalls = new PlaceCalls(
    keeper,
    speaker,
    stores.placements,
    conductor,
    atWork,
    settleQueue,
    logger,
  );
  const recoverCalls = new RecoverCalls(
    keeper,
    stores.lostCalls,
    around.records,
    conductor,
    speaker,
    balances,
    placeCalls,
    atWork,
    settleQueue,
    rules,
    clock,
    logger,
  );
  const claimCalls = new ClaimCalls(
    unitOfWork,
    stores.claims,
    stores.settlements,
    events,
    rules,
    atWork,
    clock,
  );
  const trunk = { ...config, isLab: config.trunkIsLab };
  const dialOn = new Map(
    nodes.map((node) => [
      node,
      new DialDue(node, trunk, keeper, claimCalls, placeCalls, atWork, rules, clock, logger),
    ]),
  );
  return new Dialer({
    nodes,
    dialOn,
    keeper,
    claims: stores.claims,
    conductor,
    callers: around.callers,
    tellReturnedCall: new TellReturnedCall(
      stores.returnedCalls,
      balances,
      speaker,
      conductor,
      atWork,
      settleQueue,
      rules,
      clock,
      logger,
    ),
    recoverCalls,
    sweepBatches: new SweepBatches(
      unitOfWork,
      stores.sweeps,
      stores.settlements,
      events,
      around.outbox,
      clock,
    ),
    noteObstacles: new NoteObstacles(stores.obstacles),
    rules,
    truthIsCurrent: around.truthIsCurrent,
    atWork,
    clock,
    context,
    logger,
  });
}
