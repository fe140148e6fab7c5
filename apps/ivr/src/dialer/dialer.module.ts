import { GetNewestPayment } from '@switchyard/contracts';
import { type DynamicModule, Module, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import {
  CLOCK,
  type Clock,
  HealthRegistry,
  Logger,
  MetricsRegistry,
  OperationClient,
  Outbox,
  ShutdownHooks,
  systemContext,
  TRANSPORT,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { NoticeTemplates } from '../notice-template/notice-templates';
import { NoticeTemplatesModule } from '../notice-template/notice-templates.module';
import { PromptLibrary } from '../prompts';
import { CallRecords } from '../telephony/call-records';
import { RealScheduler } from '../telephony/scheduler';
import type { TelephonyNode } from '../telephony/telephony.port';
import { TELEPHONY_NODES } from '../telephony/telephony.tokens';
import { assembleDialer, type DialerStores } from './assemble-dialer';
import { Claims } from './claim-calls/claims.port';
import { ContactBalances } from './conduct-call/contact-balances';
import { Dialer } from './dialer';
import { DialerConfig } from './dialer.config';
import { HeldNodes } from './hold-nodes/held-nodes.port';
import { NodeLeases } from './hold-nodes/node-leases.port';
import { KnowPaymentWhenRecorded } from './know-payments/know-payment-when-recorded.handler';
import { KnowPayment } from './know-payments/know-payment.use-case';
import { KnownPayments } from './know-payments/known-payments.port';
import { Obstacles } from './note-obstacles/obstacles.port';
import { PgBatchSweeps } from './persistence/pg-batch-sweeps';
import { PgClaims } from './persistence/pg-claims';
import { PgContactStories } from './persistence/pg-contact-stories';
import { PgDialingDocuments } from './persistence/pg-dialing-documents';
import { PgKnownPayments } from './persistence/pg-known-payments';
import { PgLostCalls } from './persistence/pg-lost-calls';
import { PgNodeLeases } from './persistence/pg-node-leases';
import { PgObstacles } from './persistence/pg-obstacles';
import { PgPlacements } from './persistence/pg-placements';
import { PgReturnedCalls } from './persistence/pg-returned-calls';
import { PgSettlements } from './persistence/pg-settlements';
import { Placements } from './place-calls/placements.port';
import { DialingDocuments, DialingRules } from './policy/dialing-rules';
import { LostCalls } from './recover-calls/lost-calls.port';
import { Callers } from './returned-call/callers.port';
import { ReturnedCalls } from './returned-call/returned-calls.port';
import { ContactStories, DispositionEvents } from './settle-calls/disposition-events';
import { Settlements } from './settle-calls/settlements.port';
import { BatchSweeps } from './sweep-batches/batch-sweeps.port';
import { TruthWatch } from './watch-truth/truth-watch';

const STORES: readonly Provider[] = [
  { provide: NodeLeases, useClass: PgNodeLeases },
  { provide: Claims, useClass: PgClaims },
  { provide: Placements, useClass: PgPlacements },
  { provide: Settlements, useClass: PgSettlements },
  { provide: ContactStories, useClass: PgContactStories },
  { provide: LostCalls, useClass: PgLostCalls },
  { provide: ReturnedCalls, useClass: PgReturnedCalls },
  { provide: BatchSweeps, useClass: PgBatchSweeps },
  { provide: Obstacles, useClass: PgObstacles },
  { provide: KnownPayments, useClass: PgKnownPayments },
  { provide: DialingDocuments, useClass: PgDialingDocuments },
];

/** How long the owner of payments may take to answer. */
const TRUTH_TIMEOUT_MS = 1_500;

const PROVIDERS: readonly Provider[] = [
  ...STORES,
  KnowPaymentWhenRecorded,
  {
    provide: DialingRules,
    inject: [DialingDocuments],
    useFactory: (documents: DialingDocuments) => new DialingRules(documents),
  },
  {
    provide: DispositionEvents,
    inject: [ContactStories, Outbox],
    useFactory: (stories: ContactStories, outbox: Outbox) => new DispositionEvents(stories, outbox),
  },
  {
    provide: ContactBalances,
    inject: [Claims],
    useFactory: (claims: Claims) => new ContactBalances(claims),
  },
  {
    provide: KnowPayment,
    inject: [UnitOfWork, KnownPayments, BatchSweeps, ContactBalances, Settlements, DispositionEvents],
    useFactory: (...parts: ConstructorParameters<typeof KnowPayment>) => new KnowPayment(...parts),
  },
  {
    provide: TruthWatch,
    inject: [OperationClient, TRANSPORT, KnownPayments, Logger],
    useFactory: (client: OperationClient, transport: Transport, payments: KnownPayments, logger: Logger) =>
      new TruthWatch(
        {
          isConnected: () => transport.isConnected(),
          newestPayment: async (recordedForSeconds) => {
            const options = { timeoutMs: TRUTH_TIMEOUT_MS };
            const request = { recordedForSeconds };
            return (await client.call(GetNewestPayment, request, systemContext('ivr'), options)).paymentId;
          },
          hasArrived: (paymentId) => payments.hasArrived(paymentId),
        },
        logger.named('TruthWatch'),
      ),
  },
  {
    provide: Dialer,
    inject: [
      TELEPHONY_NODES,
      DialerConfig,
      UnitOfWork,
      Outbox,
      CallRecords,
      PromptLibrary,
      NoticeTemplates,
      DialingRules,
      DispositionEvents,
      CLOCK,
      Logger,
      MetricsRegistry,
      TruthWatch,
      Callers,
      NodeLeases,
      Claims,
      Placements,
      Settlements,
      LostCalls,
      ReturnedCalls,
      BatchSweeps,
      Obstacles,
    ],
    useFactory: (
      nodes: readonly TelephonyNode[],
      config: DialerConfig,
      unitOfWork: UnitOfWork,
      outbox: Outbox,
      records: CallRecords,
      prompts: PromptLibrary,
      templates: NoticeTemplates,
      rules: DialingRules,
      events: DispositionEvents,
      clock: Clock,
      logger: Logger,
      metrics: MetricsRegistry,
      truth: TruthWatch,
      callers: Callers,
      ...stores: StoreList
    ) =>
      assembleDialer({
        nodes,
        config,
        unitOfWork,
        outbox,
        records,
        prompts,
        templates,
        rules,
        events,
        clock,
        logger: logger.named('Dialer'),
        metrics,
        scheduler: new RealScheduler(),
        context: systemContext('ivr'),
        truthIsCurrent: () => truth.isCurrent(),
        callers,
        stores: storesOf(stores),
      }),
  },
  {
    provide: HeldNodes,
    inject: [Dialer],
    useFactory: (dialer: Dialer): HeldNodes => ({ holds: (node) => dialer.holds(node) }),
  },
];

@Module({})
export class DialerModule implements OnApplicationBootstrap {
  /** `imports` give TELEPHONY_NODES, CallRecords, PromptLibrary and Callers. */
  static forRoot(config: DialerConfig, imports: DynamicModule['imports']): DynamicModule {
    return {
      module: DialerModule,
      imports: [NoticeTemplatesModule, ...(imports ?? [])],
      providers: [{ provide: DialerConfig, useValue: config }, ...PROVIDERS],
      exports: [DialingRules, DialerConfig, HeldNodes],
    };
  }

  constructor(
    private readonly dialer: Dialer,
    private readonly truth: TruthWatch,
    private readonly health: HealthRegistry,
    private readonly shutdown: ShutdownHooks,
  ) {}

  onApplicationBootstrap(): void {
    this.health.add('pbx', () => this.dialer.checkNodes());
    this.shutdown.add('dialer', async (signal) => {
      await Promise.all([this.dialer.stop(signal), this.truth.stop()]);
    });
    this.truth.start();
    this.dialer.start();
  }
}

type StoreList = [
  NodeLeases,
  Claims,
  Placements,
  Settlements,
  LostCalls,
  ReturnedCalls,
  BatchSweeps,
  Obstacles,
];

function storesOf(stores: StoreList): DialerStores {
  const [leases, claims, placements, settlements, lostCalls, returnedCalls, sweeps, obstacles] = stores;
  return { leases, claims, placements, settlements, lostCalls, returnedCalls, sweeps, obstacles };
}
