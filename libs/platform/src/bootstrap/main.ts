import { ConfigError, loadConfig, type ServiceConfig } from '../config';
import { describeError } from '../errors';
import { Logger } from '../logging';
import { runService, type RunOptions, type ServiceDefinition } from './run-service';
import { stopOnSignals } from './stop-on-signals';

/**
 * The main program of a service: configuration from the environment, start, stop on signals. A start that
 * fails says why in one line and exits with 1.
 */
export async function main<Config extends ServiceConfig>(
  service: Omit<ServiceDefinition, 'config'> & { readonly Config: new () => Config },
  options: RunOptions = {},
): Promise<void> {
  const { name, module, Config } = service;
  try {
    const config = loadConfig(Config);
    const logger = Logger.create({ name, level: config.logLevel });
    const running = await runService({ name, module, config }, { logger, ...options });
    stopOnSignals(() => running.stop(), logger);
  } catch (error) {
    failStart(name, error);
  }
}

/** Tells why a start failed, on standard error, and exits with 1. */
export function failStart(name: string, error: unknown): never {
  if (error instanceof ConfigError) process.stderr.write(`${name}: ${error.message}\n`);
  else Logger.create({ name }).error(`start failed: ${describeError(error)}`, { err: error });
  process.exit(1);
}
