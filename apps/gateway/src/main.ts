import 'reflect-metadata';
import { failStart, loadConfig, Logger, stopOnSignals } from '@switchyard/platform';
import { GatewayConfig } from './gateway.config';
import { runGateway } from './run-gateway';

async function main(): Promise<void> {
  const config = loadConfig(GatewayConfig);
  const logger = Logger.create({ name: 'gateway', level: config.logLevel });
  const running = await runGateway(config, { logger });
  stopOnSignals(() => running.stop(), logger);
}

main().catch((error: unknown) => failStart('gateway', error));
