export * from './highlights';
export * from './search-query';
export * from './tokens';
export * from './version-life';
export * from './wording';
