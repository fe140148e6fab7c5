export * from './attendance-day.contracts';
export * from './attendance-month.contracts';
export * from './exemption.contracts';
export * from './interview.contracts';
export * from './people-list';
export * from './punch.contracts';
export * from './sick-call.contracts';
export * from './words';
