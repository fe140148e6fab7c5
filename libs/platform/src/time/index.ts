export * from './micro-batch';
export * from './regular-work';
export * from './repeat';
export * from './until';
export * from './wake-up';
export * from './with-timeout';
