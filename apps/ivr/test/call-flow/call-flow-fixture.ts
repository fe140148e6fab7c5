import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import {
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  PersistenceModule,
  type RunningService,
  runService,
  ServiceConfig,
  until,
} from '@switchyard/platform';
import { startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { CallFlowConfig } from '../../src/call-flow/call-flow.config';
import { CallFlowModule } from '../../src/call-flow/call-flow.module';
import { DialerConfig } from '../../src/dialer/dialer.config';
import { DialerModule } from '../../src/dialer/dialer.module';
import { IVR_MIGRATIONS } from '../../src/migrations';
import { PromptLibrary } from '../../src/prompts';
import { CallRecords, NoCallRecords } from '../../src/telephony/call-records';
import { RealScheduler } from '../../src/telephony/scheduler';
import { type QueueFateOf, SimulatedNode } from '../../src/telephony/simulator';
import type { TelephonyNode } from '../../src/telephony/telephony.port';
import { TELEPHONY_NODES } from '../../src/telephony/telephony.tokens';
import { SilentPrompts } from '../silent-prompts';
import { unitOf } from '../dialer-fixture';
import { TicketStub } from './ticket-stub';

@Module({})
class TestLine {
  static forRoot(node: TelephonyNode, prompts: PromptLibrary): DynamicModule {
    const providers = [
      { provide: TELEPHONY_NODES, useValue: [node] },
      { provide: CallRecords, useClass: NoCallRecords },
      { provide: PromptLibrary, useValue: prompts },
    ];
    return { module: TestLine, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** Milliseconds that a prompt plays: long enough to be interrupted, short enough to be waited for. */
const PROMPT_MS = 400;

export const BOUND_NUMBER = '+8613900010001';

/** Callers on the simulator, a real Postgres, and a service desk that can be away. */
export class CallFlowFixture {
  readonly bus = new InProcessBus();
  readonly ticket = new TicketStub(this.bus, BOUND_NUMBER);
  /** What the services wrote into their logs. */
  readonly logged: string[] = [];
  private readonly services: RunningService[] = [];

  private constructor(readonly postgres: TestPostgres) {}

  static async open(): Promise<CallFlowFixture> {
    const postgres = await startTestPostgres('callers');
    await mkdir(path.join(postgres.folder, 'recordings'));
    return new CallFlowFixture(postgres);
  }

  node(queueFate?: QueueFateOf): SimulatedNode {
    return new SimulatedNode({
      name: 'pbx-1',
      lines: 200,
      scheduler: new RealScheduler(),
      playbackMs: () => PROMPT_MS / 10,
      recordingsFolder: path.join(this.postgres.folder, 'recordings'),
      ...(queueFate === undefined ? {} : { queueFate }),
    });
  }

  async start(
    node: TelephonyNode,
    prompts: PromptLibrary = new SilentPrompts(PROMPT_MS / 10),
    recordingsDir = path.join(this.postgres.folder, 'recordings'),
  ): Promise<RunningService> {
    const dialer = loadConfig(DialerConfig, { IVR_TRUNK_IS_LAB: 'true', IVR_UNIT_NAME: '江城' });
    const callFlow = loadConfig(CallFlowConfig, { IVR_RECORDINGS_DIR: recordingsDir });
    const line = TestLine.forRoot(node, prompts);
    const callers = CallFlowModule.forRoot(callFlow, dialer, [line]);
    const module: DynamicModule = {
      module: class TestRoot {},
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        DialerModule.forRoot(dialer, [line, callers]),
      ],
    };
    const config = loadConfig(ServiceConfig, {
      DATABASE_URL: this.postgres.url('ivr'),
      FILES_DIR: path.join(this.postgres.folder, 'files'),
      SHUTDOWN_TIMEOUT_MS: '4000',
    });
    const service = await runService(
      { name: 'ivr', module, config },
      {
        transport: new InProcessTransport(this.bus),
        logger: Logger.create({
          name: 'ivr',
          level: 'debug',
          destination: { write: (line) => this.logged.push(line) },
        }),
      },
    );
    this.services.push(service);
    await until(() => node.state() === 'up', 20_000, 'the node');
    return service;
  }

  async close(): Promise<void> {
    for (const service of this.services) await service.stop();
    await this.postgres.remove();
  }

  /** The row of a call, as it is stored. */
  async row(service: RunningService, callId: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await unitOf(service).query<Record<string, unknown>>(
      'select * from inbound_calls where call_id = $1',
      [callId],
    );
    return row;
  }

  /** Waits until the stored row of a call is as it should be. @throws Error with the row when it is not in time */
  async until(
    service: RunningService,
    callId: string,
    holds: (row: Record<string, unknown>) => boolean,
    timeoutMs = 20_000,
  ): Promise<Record<string, unknown>> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const row = await this.row(service, callId);
      if (row && holds(row)) return row;
      if (Date.now() > deadline) throw new Error(`not so after ${timeoutMs} ms: ${JSON.stringify(row)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Waits until the caller is at a node of the flow. */
  async at(service: RunningService, callId: string, flowNode: string): Promise<void> {
    await this.until(
      service,
      callId,
      (row) => (row.flow_state as { node?: string } | null)?.node === flowNode,
    );
  }
}
