export * from './figure-targets';
export * from './figures-of';
export * from './logged-stays';
export * from './queue-counts';
