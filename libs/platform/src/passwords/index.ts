export * from './bounded-pool';
export * from './passwords';
