export * from './counted-days';
export * from './counted-time';
export * from './parse-service-hours';
export * from './pauses';
export * from './service-hours';
