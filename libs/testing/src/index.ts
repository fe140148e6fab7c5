export * from './lab';
export * from './platform';
export * from './batch-files';
