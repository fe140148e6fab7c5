export * from './lab';
export * from './platform';
