export * from './swap.contracts';
