export * from './hot-topics';
