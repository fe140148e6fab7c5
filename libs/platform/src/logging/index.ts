export * from './logger';
export * from './mask';
export * from './nest-logger';
export * from './sanitize';
