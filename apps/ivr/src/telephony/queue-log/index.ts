export * from './queue-log.port';
export * from './no-queue-log';
