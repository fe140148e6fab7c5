export * from './human-requested.event';
