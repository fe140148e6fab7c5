export * from './process-stat';
