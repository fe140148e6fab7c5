export * from './errors';
export * from './call-history.contracts';
export * from './forecast.contracts';
export * from './proposal.contracts';
