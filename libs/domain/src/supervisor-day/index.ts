export * from './daily-report-policy';
export * from './duty-proof';
export * from './mail-tries';
export * from './periods';
export * from './plan-duties';
export * from './supervisors-day-policy';
