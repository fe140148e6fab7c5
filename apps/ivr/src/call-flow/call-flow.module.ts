import {
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import {
  CLOCK,
  type Clock,
  FILE_STORE,
  type FileStore,
  HealthRegistry,
  Logger,
  MetricsRegistry,
  OperationClient,
  readCalendar,
  ShutdownHooks,
  UnitOfWork,
} from '@switchyard/platform';
import { Callers } from '../dialer/returned-call/callers.port';
import { PromptLibrary } from '../prompts';
import { CallRecords } from '../telephony/call-records';
import { RealScheduler } from '../telephony/scheduler';
import { assembleCallFlow } from './assemble-call-flow';
import { CallFlowService } from './call-flow-service';
import { CallFlowConfig } from './call-flow.config';
import { CheckCallFlowHandler } from './check-call-flow/check-call-flow.handler';
import { CreateFlowVersionHandler } from './create-flow-version/create-flow-version.handler';
import { CreateFlowVersion } from './create-flow-version/create-flow-version.use-case';
import { DialledNumbers } from './dialled-numbers/dialled-numbers.port';
import { DiffFlowVersionsHandler } from './diff-flow-versions/diff-flow-versions.handler';
import { DrawFlowVersionHandler } from './draw-flow-version/draw-flow-version.handler';
import { GetCallFlowSchemaHandler } from './get-call-flow-schema/get-call-flow-schema.handler';
import { GetFlowVersionHandler } from './get-flow-version/get-flow-version.handler';
import { GetInboundCallHandler } from './get-inbound-call/get-inbound-call.handler';
import { CallTraces, HeldCases } from './hold-cases/held-cases.port';
import { ForgetAnonymousCalls } from './hold-cases/forget-anonymous-calls.use-case';
import { ReleaseHeldCases } from './hold-cases/release-held-cases.use-case';
import { InboundCalls } from './inbound-calls/inbound-calls.port';
import { ListCallFlowsHandler } from './list-call-flows/list-call-flows.handler';
import { ListDialledNumbersHandler } from './list-dialled-numbers/list-dialled-numbers.handler';
import { ListFlowVersionsHandler } from './list-flow-versions/list-flow-versions.handler';
import { ListInboundCallsHandler } from './list-inbound-calls/list-inbound-calls.handler';
import { PgCallTraces } from './persistence/pg-call-traces';
import { PgDialledNumbers } from './persistence/pg-dialled-numbers';
import { PgFlowVersions } from './persistence/pg-flow-versions';
import { PgHeldCases } from './persistence/pg-held-cases';
import { PgInboundCalls } from './persistence/pg-inbound-calls';
import { PgQueryCodePool } from './persistence/pg-query-code-pool';
import { PublishFlowVersionHandler } from './publish-flow-version/publish-flow-version.handler';
import { PublishFlowVersion } from './publish-flow-version/publish-flow-version.use-case';
import { PublishedFlows } from './published-flows/published-flows';
import { SeedDefaultFlow } from './published-flows/seed-default-flow';
import { WarmPrompts } from './published-flows/warm-prompts';
import { QueryCodePool } from './query-codes/query-code-pool.port';
import { QueryCodes } from './query-codes/query-codes';
import { RecordingFolder } from './record-messages/recording-folder';
import { RemoveDialledNumberHandler } from './remove-dialled-number/remove-dialled-number.handler';
import { RollBackCallFlowHandler } from './roll-back-call-flow/roll-back-call-flow.handler';
import { RollBackCallFlow } from './roll-back-call-flow/roll-back-call-flow.use-case';
import { RouteDialledNumberHandler } from './route-dialled-number/route-dialled-number.handler';
import { RouteDialledNumber } from './route-dialled-number/route-dialled-number.use-case';
import { FlowVersions } from './versions/flow-versions.port';

const HANDLERS: Type[] = [
  CheckCallFlowHandler,
  CreateFlowVersionHandler,
  DiffFlowVersionsHandler,
  DrawFlowVersionHandler,
  GetCallFlowSchemaHandler,
  GetFlowVersionHandler,
  GetInboundCallHandler,
  ListCallFlowsHandler,
  ListDialledNumbersHandler,
  ListFlowVersionsHandler,
  ListInboundCallsHandler,
  PublishFlowVersionHandler,
  RemoveDialledNumberHandler,
  RollBackCallFlowHandler,
  RouteDialledNumberHandler,
];

const STORES: Provider[] = [
  { provide: CallTraces, useClass: PgCallTraces },
  { provide: DialledNumbers, useClass: PgDialledNumbers },
  { provide: FlowVersions, useClass: PgFlowVersions },
  { provide: HeldCases, useClass: PgHeldCases },
  { provide: InboundCalls, useClass: PgInboundCalls },
  { provide: QueryCodePool, useClass: PgQueryCodePool },
];

const USE_CASES: Provider[] = [CreateFlowVersion, PublishFlowVersion, RollBackCallFlow, RouteDialledNumber];

/** What a caller is told of who we are, and where transfers go out. */
export interface SiteOfCallers {
  /** The utility's name in the prescribed words (rules.md §13b). */
  readonly unitName: string;
  readonly trunk: string;
}

const SITE = Symbol('SITE_OF_CALLERS');

const SERVICE: Provider[] = [
  {
    provide: PublishedFlows,
    inject: [FlowVersions, DialledNumbers, Logger],
    useFactory: (versions: FlowVersions, numbers: DialledNumbers, logger: Logger) =>
      new PublishedFlows(versions, numbers, logger.named('CallFlow')),
  },
  {
    provide: CallFlowService,
    inject: [
      PublishedFlows,
      FlowVersions,
      DialledNumbers,
      HeldCases,
      CallTraces,
      QueryCodePool,
      UnitOfWork,
      PromptLibrary,
      OperationClient,
      CLOCK,
      Logger,
      SITE,
    ],
    useFactory: (
      flows: PublishedFlows,
      versions: FlowVersions,
      numbers: DialledNumbers,
      cases: HeldCases,
      traces: CallTraces,
      queryCodes: QueryCodePool,
      unitOfWork: UnitOfWork,
      prompts: PromptLibrary,
      client: OperationClient,
      clock: Clock,
      logger: Logger,
      site: SiteOfCallers,
    ) =>
      new CallFlowService({
        flows,
        seedDefaultFlow: new SeedDefaultFlow(unitOfWork, versions, numbers, clock),
        warmPrompts: new WarmPrompts(prompts, unitOf(site), logger.named('CallFlow')),
        releaseHeldCases: new ReleaseHeldCases(cases, traces, client, clock, logger.named('HeldCases')),
        forgetAnonymousCalls: new ForgetAnonymousCalls(traces),
        queryCodes: new QueryCodes(queryCodes, client, logger.named('QueryCodes')),
        readCalendar: (id) => readCalendar(unitOfWork, id),
        logger: logger.named('CallFlow'),
      }),
  },
  {
    provide: Callers,
    inject: [
      PublishedFlows,
      CallFlowService,
      InboundCalls,
      HeldCases,
      QueryCodePool,
      CallRecords,
      PromptLibrary,
      OperationClient,
      FILE_STORE,
      CallFlowConfig,
      CLOCK,
      MetricsRegistry,
      Logger,
      SITE,
    ],
    useFactory: (
      flows: PublishedFlows,
      service: CallFlowService,
      calls: InboundCalls,
      cases: HeldCases,
      queryCodes: QueryCodePool,
      records: CallRecords,
      prompts: PromptLibrary,
      client: OperationClient,
      files: FileStore,
      config: CallFlowConfig,
      clock: Clock,
      metrics: MetricsRegistry,
      logger: Logger,
      site: SiteOfCallers,
    ) =>
      assembleCallFlow({
        flows,
        calls,
        cases,
        queryCodes,
        records,
        prompts,
        client,
        files,
        recordings: new RecordingFolder(config.recordingsDir),
        unit: unitOf(site),
        trunk: site.trunk,
        calendar: () => service.calendar,
        scheduler: new RealScheduler(),
        clock,
        metrics,
        logger: logger.named('CallFlow'),
        random: Math.random,
      }),
  },
];

/** Call flows and their versions, and whoever calls in. */
@Module({})
export class CallFlowModule implements OnApplicationBootstrap {
  /** `imports` give CallRecords and PromptLibrary. */
  static forRoot(
    config: CallFlowConfig,
    site: SiteOfCallers,
    imports: DynamicModule['imports'],
  ): DynamicModule {
    return {
      module: CallFlowModule,
      imports,
      controllers: HANDLERS,
      providers: [
        { provide: CallFlowConfig, useValue: config },
        { provide: SITE, useValue: site },
        ...STORES,
        ...USE_CASES,
        ...SERVICE,
      ],
      exports: [Callers],
    };
  }

  constructor(
    private readonly service: CallFlowService,
    private readonly health: HealthRegistry,
    private readonly shutdown: ShutdownHooks,
    private readonly metrics: MetricsRegistry,
    private readonly cases: HeldCases,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.health.add('call-flow', async () => this.service.check());
    this.health.note('call-flow', () => this.service.newerFlow());
    this.shutdown.add('call-flow', () => this.service.stop());
    watchHeldCases(this.metrics, this.cases);
    await this.service.start();
  }
}

/** The name is Chinese in both languages: the Chinese voice says it within English. */
function unitOf({ unitName }: SiteOfCallers) {
  return { 'zh-CN': unitName, en: unitName };
}

function watchHeldCases(metrics: MetricsRegistry, cases: HeldCases): void {
  metrics.gauge({
    name: 'switchyard_held_cases',
    help: 'Work orders of callers that wait to be delivered to ticket',
    async collect() {
      this.set((await cases.waiting()).count);
    },
  });
}
