export * from './milp';
export * from './proposal-request';
export * from './propose-roster';
