export * from './swap-checks';
export * from './swap-policy';
