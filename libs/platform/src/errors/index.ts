export * from './domain-error';
export * from './inspect-error';
