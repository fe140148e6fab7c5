import {
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { CLOCK, type Clock, Logger, ShutdownHooks } from '@switchyard/platform';
import { HeldNodes } from '../dialer/hold-nodes/held-nodes.port';
import type { QueueNode } from '../telephony/queue-node.port';
import { QUEUE_NODES } from '../telephony/telephony.tokens';
import { AgentPoliciesHandler } from './agent-policies/agent-policies.handler';
import { AgentQueueMetrics } from './agent-queue-metrics';
import { AgentQueueRunner } from './agent-queue-runner';
import { AgentQueueConfig } from './agent-queue.config';
import { Agents } from './agents/agents.port';
import { AwayReasonsHandler } from './away-reasons/away-reasons.handler';
import { AwayReasons } from './away-reasons/away-reasons.port';
import { ChangeAgentHandler } from './change-agent/change-agent.handler';
import { ChangeAgent } from './change-agent/change-agent.use-case';
import { CreateAgentHandler } from './create-agent/create-agent.handler';
import { CreateAgent } from './create-agent/create-agent.use-case';
import { FinishAfterCallWorkHandler } from './finish-after-call-work/finish-after-call-work.handler';
import { ForceSignOutAgentHandler } from './force-sign-out-agent/force-sign-out-agent.handler';
import { GetAgentHandler } from './get-agent/get-agent.handler';
import { CallsOnScreen } from './get-desk/calls-on-screen.port';
import { GetDeskHandler } from './get-desk/get-desk.handler';
import { OpenCases } from './get-desk/open-cases';
import { ListAgentStatesHandler } from './list-agent-states/list-agent-states.handler';
import { ListAgentsHandler } from './list-agents/list-agents.handler';
import { ListQueueCallsHandler } from './list-queue-calls/list-queue-calls.handler';
import { NameReliefHandler } from './name-relief/name-relief.handler';
import { PgAgentPolicies } from './persistence/pg-agent-policies';
import { PgAgents } from './persistence/pg-agents';
import { PgAwayReasons } from './persistence/pg-away-reasons';
import { PgCallsOnScreen } from './persistence/pg-calls-on-screen';
import { PgLostCallers } from './persistence/pg-lost-callers';
import { PgMessageUses } from './persistence/pg-message-uses';
import { PgPresences } from './persistence/pg-presences';
import { PgRecordingUses } from './persistence/pg-recording-uses';
import { PgRecordings } from './persistence/pg-recordings';
import { PgRemovals } from './persistence/pg-removals';
import { PgStays } from './persistence/pg-stays';
import { AgentPolicies } from './policy/agent-policies.port';
import { DeskChanges } from './presence/desk-changes';
import { Desks } from './presence/desks';
import { Presences } from './presence/presences.port';
import { Stays } from './queue-calls/stays.port';
import { DeleteExpiredRecordings } from './recordings/delete-expired-recordings.use-case';
import { RecordedFiles } from './recordings/recorded-files';
import { RecordingsHandler } from './recordings/recordings.handler';
import { UsesOfRecordings } from './recordings/recording-uses.port';
import { Recordings } from './recordings/recordings.port';
import { TakeOverRecordings } from './recordings/take-over-recordings.use-case';
import { ResetSipSecretHandler } from './reset-sip-secret/reset-sip-secret.handler';
import { SetAgentAwayHandler } from './set-agent-away/set-agent-away.handler';
import { SetAgentReadyHandler } from './set-agent-ready/set-agent-ready.handler';
import { SignInAgentHandler } from './sign-in-agent/sign-in-agent.handler';
import { HandoverGate } from './sign-out-agent/handover-gate';
import { SignOutAgentHandler } from './sign-out-agent/sign-out-agent.handler';
import { DeleteExpiredMessages } from './retention/delete-expired-messages.use-case';
import { DeleteStrayFiles } from './retention/delete-stray-files.use-case';
import { KeepRetention } from './retention/keep-retention.use-case';
import { ListRemovalsHandler } from './retention/list-removals.handler';
import { MessageUses } from './retention/message-uses.port';
import { Removals } from './retention/removals.port';
import { ReconcileNode } from './take-queue-events/reconcile-node.use-case';
import { TakeQueueEvent } from './take-queue-events/take-queue-event.use-case';
import { IdentifyLostCallers } from './tell-missed-calls/identify-lost-callers.use-case';
import { LostCallers } from './tell-missed-calls/lost-callers.port';
import { TellMissedCalls } from './tell-missed-calls/tell-missed-calls.use-case';
import { TransferCallHandler } from './transfer-call/transfer-call.handler';
import { TransferCall } from './transfer-call/transfer-call.use-case';

const HANDLERS: Type[] = [
  AgentPoliciesHandler,
  AwayReasonsHandler,
  ChangeAgentHandler,
  CreateAgentHandler,
  FinishAfterCallWorkHandler,
  ForceSignOutAgentHandler,
  GetAgentHandler,
  GetDeskHandler,
  ListAgentStatesHandler,
  ListAgentsHandler,
  ListQueueCallsHandler,
  ListRemovalsHandler,
  NameReliefHandler,
  RecordingsHandler,
  ResetSipSecretHandler,
  SetAgentAwayHandler,
  SetAgentReadyHandler,
  SignInAgentHandler,
  SignOutAgentHandler,
  TransferCallHandler,
];

const STORES: readonly Provider[] = [
  { provide: AgentPolicies, useClass: PgAgentPolicies },
  { provide: Agents, useClass: PgAgents },
  { provide: AwayReasons, useClass: PgAwayReasons },
  { provide: CallsOnScreen, useClass: PgCallsOnScreen },
  { provide: LostCallers, useClass: PgLostCallers },
  { provide: MessageUses, useClass: PgMessageUses },
  { provide: Presences, useClass: PgPresences },
  { provide: Recordings, useClass: PgRecordings },
  { provide: UsesOfRecordings, useClass: PgRecordingUses },
  { provide: Removals, useClass: PgRemovals },
  { provide: Stays, useClass: PgStays },
];

const RUNNER_PARTS = [
  QUEUE_NODES,
  HeldNodes,
  Agents,
  Desks,
  DeskChanges,
  TakeQueueEvent,
  TellMissedCalls,
  TakeOverRecordings,
  KeepRetention,
  AgentQueueMetrics,
  CLOCK,
  Logger,
];

const PROVIDERS: readonly Provider[] = [
  ...STORES,
  AgentQueueMetrics,
  ChangeAgent,
  CreateAgent,
  DeleteExpiredMessages,
  DeleteExpiredRecordings,
  DeleteStrayFiles,
  DeskChanges,
  Desks,
  HandoverGate,
  IdentifyLostCallers,
  KeepRetention,
  OpenCases,
  ReconcileNode,
  TakeOverRecordings,
  TakeQueueEvent,
  TellMissedCalls,
  TransferCall,
  {
    provide: AgentQueueRunner,
    inject: RUNNER_PARTS,
    useFactory: (
      nodes: readonly QueueNode[],
      held: HeldNodes,
      agents: Agents,
      desks: Desks,
      changes: DeskChanges,
      takeEvent: TakeQueueEvent,
      tellMissed: TellMissedCalls,
      takeOver: TakeOverRecordings,
      retention: KeepRetention,
      metrics: AgentQueueMetrics,
      clock: Clock,
      logger: Logger,
    ) =>
      new AgentQueueRunner({
        nodes,
        held,
        agents,
        desks,
        changes,
        takeEvent,
        tellMissed,
        takeOver,
        retention,
        metrics,
        clock,
        logger: logger.named('AgentQueue'),
      }),
  },
];

/** Agents, callers who wait for them, and recordings of their talks. */
@Module({})
export class AgentQueueModule implements OnApplicationBootstrap {
  /** `imports` give QUEUE_NODES, CallRecords, HeldNodes and DialerConfig. */
  static forRoot(config: AgentQueueConfig, imports: DynamicModule['imports']): DynamicModule {
    return {
      module: AgentQueueModule,
      imports,
      controllers: HANDLERS,
      providers: [
        ...PROVIDERS,
        { provide: AgentQueueConfig, useValue: config },
        { provide: RecordedFiles, useFactory: () => new RecordedFiles(config.recordingsDir) },
      ],
    };
  }

  constructor(
    private readonly runner: AgentQueueRunner,
    private readonly shutdown: ShutdownHooks,
  ) {}

  onApplicationBootstrap(): void {
    this.shutdown.add('agents and queues', () => this.runner.stop());
    this.runner.start();
  }
}
