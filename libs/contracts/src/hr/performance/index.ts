export * from './appraisal.contracts';
export * from './bonus.contracts';
export * from './indicator.contracts';
export * from './item.contracts';
export * from './performance-errors';
export * from './score.contracts';
export * from './score.view';
