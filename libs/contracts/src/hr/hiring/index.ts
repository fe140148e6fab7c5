export * from './candidate.contracts';
export * from './candidate.view';
export * from './hire.contracts';
export * from './hiring-words';
export * from './screening.contracts';
export * from './turnover.contracts';
export * from './vacancy.contracts';
