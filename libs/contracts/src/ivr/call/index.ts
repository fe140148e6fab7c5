export * from './human-requested.event';
export * from './call-missed.event';
