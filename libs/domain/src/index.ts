export * from './notice';
export * from './speech';
