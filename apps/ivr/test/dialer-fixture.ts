import { randomUUID } from 'node:crypto';
import { Controller, type DynamicModule, Module } from '@nestjs/common';
import { GetNewestPayment, type NewestPayment, SetDialingPolicy } from '@switchyard/contracts';
import { type DailyWindows, localDateAt, policyDocument, TEST_POLICY } from '@switchyard/domain';
import {
  Handles,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  PersistenceModule,
  type RunningService,
  runService,
  ServiceConfig,
  systemContext,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { DialerConfig } from '../src/dialer/dialer.config';
import { DialerModule } from '../src/dialer/dialer.module';
import { DialingPolicyModule } from '../src/dialing-policy/dialing-policy.module';
import { Callers } from '../src/dialer/returned-call/callers.port';
import { IVR_MIGRATIONS } from '../src/migrations';
import { PromptLibrary } from '../src/prompts';
import { CallRecords } from '../src/telephony/call-records';
import { NoCallRecords } from '../src/telephony/call-records/no-call-records';
import { RealScheduler } from '../src/telephony/scheduler';
import { SimulatedNode, type SubscriberScript } from '../src/telephony/simulator';
import { TELEPHONY_NODES } from '../src/telephony/telephony.tokens';
import { SilentPrompts } from './silent-prompts';

/** The test policy with spacing in fractions of a second. */
const HASTY = {
  ...TEST_POLICY,
  id: 'hasty',
  attempts: {
    'bill-notice': hasty(TEST_POLICY.attempts['bill-notice']),
    'arrears-reminder': hasty(TEST_POLICY.attempts['arrears-reminder']),
    'outage-notice': hasty(TEST_POLICY.attempts['outage-notice']),
  },
  dialogue: { ...TEST_POLICY.dialogue, keyWaitMs: 500, hangUpWaitMs: 1_000 },
};

function hasty<Rule extends { spacingSeconds: object }>(rule: Rule): Rule {
  return {
    ...rule,
    spacingSeconds: Object.fromEntries(Object.keys(rule.spacingSeconds).map((key) => [key, 1])),
  };
}

/** Callers who return no notice call are hung up: nobody serves them here. */
class TurnedAway extends Callers {
  override useLines(): void {}
  override handle(): void {}
  override dropAll(): void {}
  override async handOver(): Promise<void> {}
  override async resynchronise(): Promise<void> {}
  override async stop(): Promise<void> {}

  /** There are no menus here. */
  override goOnAfterNotice(...[node, { callId }]: Parameters<Callers['goOnAfterNotice']>): void {
    void node.hangUp(callId);
  }

  override receive(...[node, { callId }, tellNotice]: Parameters<Callers['receive']>): void {
    void tellNotice(() => true).then(async (told) => {
      if (!told) await node.hangUp(callId);
    });
  }
}

@Module({})
class SimulatedLine {
  static forRoot(node: SimulatedNode): DynamicModule {
    const providers = [
      { provide: TELEPHONY_NODES, useValue: [node] },
      { provide: CallRecords, useClass: NoCallRecords },
      { provide: PromptLibrary, useValue: new SilentPrompts(60) },
      { provide: Callers, useClass: TurnedAway },
    ];
    return { module: SimulatedLine, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** Stands for the owner of payments. */
const ticket = {
  newestPayment: (): NewestPayment => ({}),
};

@Controller()
class NewestPaymentStub {
  @Handles(GetNewestPayment)
  async handle(): Promise<NewestPayment> {
    return ticket.newestPayment();
  }
}

export interface SeededContact {
  readonly number: string;
  readonly accountNo?: string;
  readonly payableFen?: number;
}

function inProcess(): () => Transport {
  const bus = new InProcessBus();
  return () => new InProcessTransport(bus);
}

/** The dialer as a service, on the simulator and a real Postgres of its own. */
export class DialerFixture {
  readonly ticket = ticket;
  ticketService: RunningService;
  readonly transport: Transport;
  private readonly services: RunningService[] = [];
  private hasty: Promise<void> | undefined;

  private constructor(
    readonly postgres: TestPostgres,
    private readonly connect: (service: string) => Transport,
  ) {
    this.transport = connect('ivr');
  }

  /** `connect` gives each service its transport; in-process unless told otherwise. */
  static async open(connect: (service: string) => Transport = inProcess()): Promise<DialerFixture> {
    const postgres = await startTestPostgres('dialer');
    const fixture = new DialerFixture(postgres, connect);
    fixture.ticketService = await fixture.startTicket();
    return fixture;
  }

  node(name = 'pbx-1', scriptOf?: (number: string) => SubscriberScript): SimulatedNode {
    return new SimulatedNode({
      name,
      lines: 50,
      scheduler: new RealScheduler(),
      playbackMs: () => 60,
      scriptOf,
    });
  }

  async startTicket(): Promise<RunningService> {
    const module: DynamicModule = {
      module: class TicketRoot {},
      imports: [PersistenceModule.forService({ schema: 'ticket' })],
      controllers: [NewestPaymentStub],
    };
    const config = loadConfig(ServiceConfig, { DATABASE_URL: this.postgres.url('ticket') });
    const options = { transport: this.connect('ticket'), logger: Logger.silent() };
    const service = await runService({ name: 'ticket', module, config }, options);
    this.services.push(service);
    return service;
  }

  async startDialer(node: SimulatedNode): Promise<RunningService> {
    const dialer = loadConfig(DialerConfig, {
      IVR_LINES: '50',
      IVR_CALLS_PER_SECOND: '200',
      IVR_TRUNK_IS_LAB: 'true',
      IVR_UNIT_NAME: '江城',
    });
    const dialerModule = DialerModule.forRoot(dialer, [SimulatedLine.forRoot(node)]);
    const module: DynamicModule = {
      module: class TestRoot {},
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        dialerModule,
        DialingPolicyModule.forRoot([dialerModule]),
      ],
    };
    const config = loadConfig(ServiceConfig, {
      DATABASE_URL: this.postgres.url('ivr'),
      SHUTDOWN_TIMEOUT_MS: '5000',
    });
    const service = await runService(
      { name: 'ivr', module, config },
      {
        transport: this.transport,
        logger: Logger.create({ name: 'ivr', level: 'error' }),
      },
    );
    this.services.push(service);
    return service;
  }

  async close(): Promise<void> {
    for (const service of this.services) await service.stop();
    await this.postgres.remove();
  }

  /** A running batch of bill notices; with `outage`, of notices of that outage. */
  async seedBatch(
    service: RunningService,
    contacts: readonly SeededContact[],
    policy = 'hasty',
    lineSharePercent = 100,
    outage?: Readonly<Record<string, string>>,
  ): Promise<string> {
    const unitOfWork = unitOf(service);
    const batchId = randomUUID();
    if (policy === 'hasty') await (this.hasty ??= this.putPolicy(service, policy, true));
    await unitOfWork.query(
      `insert into batch (id, kind, name, state, policy_name, line_share_percent, handed_in_at, started_at, created_by)
       values ($1, $4, 'test', 'draft', $2, $3, now() - interval '1 hour', now(), 'test')`,
      [batchId, policy, lineSharePercent, outage ? 'outage-notice' : 'bill-notice'],
    );
    await unitOfWork.query(
      `insert into contact (batch_id, import_id, line, account_no, period, customer_name, number, language,
         payable_fen, notice)
       select $1, $1, c.line, c."accountNo", '2026-02-28', '张三', c.number, 'zh-CN', c."payableFen",
         jsonb_build_object('readingDate', '2026-02-28', 'registerValue', 100, 'energyKwh', 12, 'amountFen',
           c."payableFen", 'previousBalanceFen', 0, 'payableFen', c."payableFen")
       from jsonb_to_recordset($2::jsonb) as c(line integer, "accountNo" text, number text, "payableFen" bigint)`,
      [
        batchId,
        JSON.stringify(
          contacts.map(({ number, accountNo, payableFen = 10_000 }, index) => ({
            line: index + 1,
            number,
            payableFen,
            accountNo: accountNo ?? `A${String(index + 1)}`,
          })),
        ),
      ],
    );
    if (outage) {
      await unitOfWork.query(`update contact set payable_fen = 0, notice = $2 where batch_id = $1`, [
        batchId,
        outage,
      ]);
    }
    await unitOfWork.query(`update batch set state = 'running' where id = $1`, [batchId]);
    return batchId;
  }

  /** Puts a policy in force; without `open` its calling hours are half a day away from now. */
  async putPolicy(service: RunningService, id: string, open: boolean): Promise<void> {
    const nowIsMorning = (new Date().getUTCHours() + 8) % 24 < 12;
    const hour = nowIsMorning ? 20 : 3;
    const closed: DailyWindows = {
      days: 'every-day',
      ranges: [{ fromMinute: hour * 60, toMinute: hour * 60 + 60 }],
    };
    const windows = { resident: closed, organisation: closed, 'sole-trader': closed };
    const document = policyDocument({ ...HASTY, id, ...(open ? {} : { windows }) });
    const { validFrom: _held, ...rest } = document;
    const request = { name: id, validFrom: localDateAt(new Date()), document: rest };
    await service.app
      .get(OperationClient, { strict: false })
      .call(SetDialingPolicy, request, systemContext('test'));
  }

  /** Waits until the batch is over. @throws Error with the contacts' states when it is not in time. */
  async untilOver(service: RunningService, batchId: string, timeoutMs = 30_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const [row] = await unitOf(service).query<{ ended_at: Date | null }>(
        `select ended_at from batch where id = $1`,
        [batchId],
      );
      if (row?.ended_at) return;
      if (Date.now() > deadline) {
        const contacts = await unitOf(service).query(
          `select number, state, wait_reason, due_at, counted_attempts from contact where batch_id = $1 and state <> 'done'`,
          [batchId],
        );
        throw new Error(`batch not over after ${timeoutMs} ms: ${JSON.stringify(contacts)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export function unitOf(service: RunningService): UnitOfWork {
  return service.app.get(UnitOfWork, { strict: false });
}
