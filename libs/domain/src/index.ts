export * from './calendar';
export * from './dialing';
export * from './notice';
export * from './speech';
export * from './shared';
export * from './queue';
export * from './call-flow';
export * from './queue-figures';
