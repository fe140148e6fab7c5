export * from './annual-balance';
export * from './approval-steps';
export * from './leave-checks';
export * from './leave-days';
export * from './leave-kinds';
export * from './leave-policy';
export * from './parse-leave-policy';
