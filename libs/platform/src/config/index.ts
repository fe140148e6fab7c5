export * from './environment';
export * from './from-env';
export * from './load-config';
export * from './service.config';
