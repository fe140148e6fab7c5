export * from './health-registry';
