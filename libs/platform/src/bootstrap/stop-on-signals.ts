import type { Logger } from '../logging';

/**
 * Runs `stop` on the first SIGTERM or SIGINT and exits with 0; a second signal exits at once with 1.
 * Also reports what nobody caught, and exits with 1: the state of the process is then unknown.
 */
export function stopOnSignals(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info('signal received', { signal });
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('stop failed', { err: error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const onDefect = (error: unknown): void => {
    logger.error('uncaught error: the process ends', { err: error });
    process.exit(1);
  };
  process.on('uncaughtException', onDefect);
  process.on('unhandledRejection', onDefect);
}
