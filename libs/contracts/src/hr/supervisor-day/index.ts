export * from './checklist.contracts';
export * from './daily-report.contracts';
