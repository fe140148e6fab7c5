import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamicModule, Module } from '@nestjs/common';
import {
  type AgentView,
  CreateAgent,
  type CreatedAgent,
  GetAgent,
  type Operation,
  type QueueWord,
  type RequestContext,
  SetAgentReady,
  SignInAgent,
} from '@switchyard/contracts';
import { QUEUE_NAMES } from '@switchyard/domain';
import {
  decodeContext,
  FILE_STORE,
  type FileStore,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  OperationClient,
  PersistenceModule,
  type RunningService,
  runService,
  ServiceConfig,
  toEnvelope,
  type Transport,
  UnitOfWork,
} from '@switchyard/platform';
import { makeRecordTables, startTestPostgres, type TestPostgres } from '@switchyard/testing';
import { Client } from 'pg';
import { AgentQueueConfig } from '../../src/agent-queue/agent-queue.config';
import { AgentQueueModule } from '../../src/agent-queue/agent-queue.module';
import { DialerConfig } from '../../src/dialer/dialer.config';
import { HeldNodes } from '../../src/dialer/hold-nodes/held-nodes.port';
import { IVR_MIGRATIONS } from '../../src/migrations';
import { CallRecords } from '../../src/telephony/call-records';
import { PgCallRecords } from '../../src/telephony/call-records/persistence/pg-call-records';
import type { QueueNode } from '../../src/telephony/queue-node.port';
import type { Scheduler } from '../../src/telephony/scheduler';
import { SimulatedQueueNode } from '../../src/telephony/simulator';
import { QUEUE_NODES } from '../../src/telephony/telephony.tokens';

/** Which nodes a process of the test holds. */
export class TestHold extends HeldNodes {
  readonly nodes = new Set<string>();

  holds(node: string): boolean {
    return this.nodes.has(node);
  }
}

@Module({})
class TestLine {
  static forRoot(nodes: readonly QueueNode[], hold: TestHold): DynamicModule {
    const providers = [
      { provide: QUEUE_NODES, useValue: nodes },
      { provide: HeldNodes, useValue: hold },
      {
        provide: CallRecords,
        inject: [UnitOfWork],
        useFactory: (work: UnitOfWork) => new PgCallRecords(work),
      },
      {
        provide: DialerConfig,
        useValue: loadConfig(DialerConfig, { IVR_UNIT_NAME: '江城', IVR_LINES: '30' }),
      },
    ];
    return { module: TestLine, providers, exports: providers.map(({ provide }) => provide) };
  }
}

export interface Process {
  readonly service: RunningService;
  readonly hold: TestHold;
}

export interface FixtureOptions {
  readonly recordings?: string;
  readonly filesDir?: string;
  readonly bus?: InProcessBus;
}

const PATIENCE = 20_000;

/** Real time that stops when the test is over. */
class EndingScheduler implements Scheduler {
  private readonly timers = new Set<NodeJS.Timeout>();

  now(): number {
    return Date.now();
  }

  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, ms);
    this.timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.timers.delete(timer);
    };
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}

/** Agents and queues as a service, on simulated queues and a real Postgres. */
export class AgentQueueFixture {
  private readonly scheduler = new EndingScheduler();
  private readonly processes: Process[] = [];

  private constructor(
    readonly postgres: TestPostgres,
    /** Folder into which the PBX records. */
    readonly recordings: string,
    readonly filesDir: string,
    readonly bus: InProcessBus,
  ) {}

  static async open(options: FixtureOptions = {}): Promise<AgentQueueFixture> {
    const postgres = await startTestPostgres('agents');
    const { folder } = postgres;
    await mkdir(path.join(folder, 'recordings'));
    await makeRecordTables(postgres.url('pbx'));
    const {
      recordings = path.join(folder, 'recordings'),
      filesDir = path.join(folder, 'files'),
      bus = new InProcessBus(),
    } = options;
    return new AgentQueueFixture(postgres, recordings, filesDir, bus);
  }

  queueNode(name = 'pbx-1'): SimulatedQueueNode {
    return new SimulatedQueueNode({
      name,
      queues: QUEUE_NAMES,
      scheduler: this.scheduler,
      onListenerError: (error) => {
        throw error;
      },
    });
  }

  /** A process that has these nodes configured, and holds those that are named. */
  async start(
    nodes: readonly QueueNode[],
    holds: readonly string[] = ['pbx-1'],
    transport: Transport = new InProcessTransport(this.bus),
  ): Promise<Process> {
    const hold = new TestHold();
    for (const name of holds) hold.nodes.add(name);
    const config = loadConfig(AgentQueueConfig, { IVR_RECORDINGS_DIR: this.recordings });
    const module: DynamicModule = {
      module: class TestRoot {},
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        AgentQueueModule.forRoot(config, [TestLine.forRoot(nodes, hold)]),
      ],
    };
    const service = await runService(
      {
        name: 'ivr',
        module,
        config: loadConfig(ServiceConfig, {
          DATABASE_URL: this.postgres.url('ivr'),
          FILES_DIR: this.filesDir,
          SHUTDOWN_TIMEOUT_MS: '5000',
        }),
      },
      {
        transport,
        logger: Logger.create({ name: 'ivr', level: 'error' }),
      },
    );
    const process = { service, hold };
    this.processes.push(process);
    return process;
  }

  async stop(process: Process): Promise<void> {
    this.processes.splice(this.processes.indexOf(process), 1);
    await process.service.stop();
  }

  async close(): Promise<void> {
    this.scheduler.end();
    for (const { service } of this.processes) await service.stop();
    await this.postgres.remove();
  }

  /** Answers for another service. */
  answer<Rq extends object, Rp extends object>(
    operation: Operation<Rq, Rp>,
    reply: (request: Rq) => Rp,
  ): void {
    this.bus.leave(operation.subject);
    this.bus.serve(operation.subject, async (_subject, json, header) => {
      decodeContext(header);
      try {
        return JSON.stringify({ response: reply(JSON.parse(json) as Rq) });
      } catch (error) {
        return JSON.stringify({ err: toEnvelope(error) });
      }
    });
  }

  call<Rq extends object, Rp extends object>(
    { service }: Process,
    operation: Operation<Rq, Rp>,
    request: Rq,
    context: RequestContext = asLeader,
  ): Promise<Rp> {
    return service.app.get(OperationClient).call(operation, request, context, { timeoutMs: 30_000 });
  }

  query<T>({ service }: Process, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return service.app.get(UnitOfWork, { strict: false }).query<T>(sql, parameters);
  }

  /** What the PBX wrote of a call in its own records. */
  async recordCall(callId: string, from: string): Promise<void> {
    const pbx = new Client({ connectionString: this.postgres.url('pbx') });
    await pbx.connect();
    try {
      await pbx.query('insert into pbx.cdr (uniqueid, src) values ($1, $2)', [callId, from]);
    } finally {
      await pbx.end();
    }
  }

  files({ service }: Process): FileStore {
    return service.app.get<FileStore>(FILE_STORE);
  }

  /** The code that an operation is refused with. */
  async refusal(work: Promise<unknown>): Promise<string> {
    try {
      await work;
    } catch (error) {
      return (error as { code: string }).code;
    }
    throw new Error('it was not refused');
  }

  create(
    process: Process,
    workNo: string,
    queues: readonly QueueWord[] = ['general'],
  ): Promise<CreatedAgent> {
    return this.call(process, CreateAgent, {
      workNo,
      name: `agent ${workNo}`,
      accountName: `Agent.${workNo}`,
      skills: queues.map((queue) => ({ queue, penalty: 0 })),
    });
  }

  /** An agent at a desk with a phone, ready for calls. */
  async readyAgent(
    process: Process,
    node: SimulatedQueueNode,
    workNo: string,
    manner: Parameters<SimulatedQueueNode['plugIn']>[1] = {},
    queues?: readonly QueueWord[],
  ): Promise<AgentView> {
    const { agent } = await this.create(process, workNo, queues);
    await this.phone(node, agent.sipUser, manner);
    await this.call(process, SignInAgent, { agentId: agent.id });
    await this.call(process, SetAgentReady, { agentId: agent.id });
    await this.untilMembers(node, agent.sipUser, (members) => members.some(({ paused }) => !paused));
    return agent;
  }

  /** Waits for the account and plugs the phone in. */
  async phone(
    node: SimulatedQueueNode,
    sipUser: string,
    manner: Parameters<SimulatedQueueNode['plugIn']>[1] = {},
  ): Promise<void> {
    const known = async () => (await node.agentPhones()).some((phone) => phone.sipUser === sipUser);
    await eventually(known, `account ${sipUser}`);
    node.plugIn(sipUser, manner);
  }

  async untilMembers(
    node: SimulatedQueueNode,
    sipUser: string,
    holds: (members: readonly { queue: string; paused: boolean; pauseReason: string }[]) => boolean,
  ): Promise<void> {
    await eventually(async () => {
      const queues = await node.queues();
      return holds(queues.flatMap(({ members }) => members.filter((member) => member.sipUser === sipUser)));
    }, `members of ${sipUser}`);
  }

  async untilState(process: Process, agentId: string, state: string): Promise<AgentView> {
    let seen: AgentView | undefined;
    await eventually(async () => {
      seen = await this.call(process, GetAgent, { agentId });
      return seen.presence.state === state;
    }, `agent ${state}`);
    if (!seen) throw new Error('never read');
    return seen;
  }
}

/** Waits until it holds. @throws when it does not in time */
export async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not in time: ${what}`);
    await sleep(20);
  }
}

const context = (name: string, permissions: readonly string[]): RequestContext => ({
  correlationId: 'test',
  actor: { id: `user-${name}`, name, roles: [], permissions: [...permissions], scope: ['all'] },
});

export const asLeader = context('leader', ['shift:lead', 'agent:write']);
export const asAgent = (workNo: string): RequestContext => context(`agent.${workNo}`, ['agent:self']);
