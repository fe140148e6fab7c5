export * from './batch-file';
export * from './gb18030';
export * from './write-batch-file';
export * from './bills-of';
