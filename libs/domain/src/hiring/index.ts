export * from './candidate-life';
export * from './early-warning';
export * from './hiring-policy';
export * from './interview';
export * from './requirements';
export * from './turnover';
export * from './vacancy-life';
