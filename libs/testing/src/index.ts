export * from './lab';
export * from './platform';
export * from './postgres';
export * from './batch-files';
export * from './views';
