export * from './event-runtime';
export * from './inbox';
export { RETRY_PAUSES_MS } from './inbox-worker';
export * from './on-event';
export * from './outbox';
export * from './outbox-relay';
