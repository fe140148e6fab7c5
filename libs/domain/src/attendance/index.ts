export * from './attendance-policy';
export * from './check-in-windows';
export * from './evaluate-day';
export * from './first-case';
export * from './month-figures';
export * from './shift';
export * from './sick-call';
