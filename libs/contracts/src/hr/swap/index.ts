export * from './swap.contracts';
export * from './swap.view';
