export * from './call-records.port';
export * from './no-call-records';
