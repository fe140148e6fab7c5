export * from './clock';
export * from './clocks-of';
export { CLOCK_EVENT_TYPES } from './read-history';
export { after as afterSpan } from './reckon-due';
export * from './alarms';
