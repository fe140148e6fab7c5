export * from './wake-up';
export * from './with-timeout';
