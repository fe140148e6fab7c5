export * from './next-try';
