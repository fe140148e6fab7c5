export * from './balance-sign';
export * from './penalty';
export * from './penalty-method';
export * from './penalty-policy';
