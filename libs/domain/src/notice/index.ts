export * from './notice';
export * from './notice-script';
