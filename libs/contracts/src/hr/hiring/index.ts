export * from './candidate.contracts';
export * from './candidate.view';
export * from './hiring-words';
export * from './turnover.contracts';
export * from './vacancy.contracts';
