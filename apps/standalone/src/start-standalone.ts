import path from 'node:path';
import {
  type EmbeddedPostgres,
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  type RunningService,
  type RunOptions,
  runService,
  type Schema,
  startEmbeddedPostgres,
} from '@switchyard/platform';
import { GatewayConfig } from '../../gateway/src/gateway.config';
import { runGateway } from '../../gateway/src/run-gateway';
import { HrConfig } from '../../hr/src/hr.config';
import { HrModule } from '../../hr/src/hr.module';
import { IvrConfig, loadIvrParts } from '../../ivr/src/ivr.config';
import { IvrModule } from '../../ivr/src/ivr.module';
import { TicketConfig } from '../../ticket/src/ticket.config';
import { TicketModule } from '../../ticket/src/ticket.module';
import { StandaloneConfig } from './standalone.config';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Standalone {
  /** Address of the REST API. */
  readonly url: string;
  /** Whether calls go to a real PBX; `simulator` unless the environment names one. */
  readonly pbx: string;
  readonly services: readonly RunningService[];
  /** Set where the process brought its own. */
  readonly postgres?: EmbeddedPostgres;
  /** Calls in progress end first; never rejects. */
  stop(): Promise<void>;
}

/** All four services in one process, on an embedded PostgreSQL unless DATABASE_URL names another. */
export async function startStandalone(environment: Environment): Promise<Standalone> {
  const env = withSimulator(environment);
  const config = loadConfig(StandaloneConfig, env);
  const postgres = config.databaseUrl === undefined ? await embedded(config) : undefined;
  const started: RunningService[] = [];
  const stop = async (): Promise<void> => {
    for (const service of [...started].reverse()) await service.stop();
    await postgres?.stop();
  };
  try {
    await startServices(env, config, postgres, started);
  } catch (error) {
    await stop();
    throw error;
  }
  const gateway = started.at(-1);
  return { url: gateway?.url ?? '', pbx: env.IVR_PBX ?? 'asterisk', services: started, postgres, stop };
}

/** The gateway comes last and goes first: what it asks is there while it answers. */
async function startServices(
  env: Environment,
  config: StandaloneConfig,
  postgres: EmbeddedPostgres | undefined,
  started: RunningService[],
): Promise<void> {
  // Held until every consumer has subscribed: an event published before would pass it by.
  const bus = config.natsUrl === undefined ? new InProcessBus({ held: true }) : undefined;
  const envOf = (name: Schema): Environment =>
    postgres === undefined ? env : { ...env, DATABASE_URL: postgres.url(name) };
  const options = (name: string): RunOptions => ({
    logger: Logger.create({ name, level: config.logLevel }),
    ...(bus === undefined ? {} : { transport: new InProcessTransport(bus) }),
  });
  const ticket = loadConfig(TicketConfig, envOf('ticket'));
  const hr = loadConfig(HrConfig, envOf('hr'));
  const ivr = loadConfig(IvrConfig, envOf('ivr'));
  const gateway = loadConfig(GatewayConfig, envOf('gateway'));
  const parts = loadIvrParts(env);
  started.push(await runService({ name: 'ticket', module: TicketModule, config: ticket }, options('ticket')));
  started.push(await runService({ name: 'hr', module: HrModule, config: hr }, options('hr')));
  started.push(
    await runService({ name: 'ivr', module: IvrModule.forRoot(parts), config: ivr }, options('ivr')),
  );
  started.push(await runGateway(gateway, options('gateway')));
  bus?.release();
}

/** Who names neither a kind of PBX nor a password for it has none: calls are simulated then, and silent. */
function withSimulator(env: Environment): Environment {
  const named = (env.IVR_PBX ?? env.IVR_ARI_PASSWORD ?? '') !== '';
  return named ? env : { IVR_SPEECH: 'silent', ...env, IVR_PBX: 'simulator' };
}

function embedded(config: StandaloneConfig): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: path.join(config.dataDir, 'postgres'),
    port: config.embeddedPostgresPort,
  });
}
