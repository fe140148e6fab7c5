export * from './act';
export * from './end.contracts';
export * from './route.contracts';
export * from './work.contracts';
export * from './application.contracts';
export * from './complaint.contracts';
export * from './verification.contracts';
