export * from './announcement';
export * from './escalation';
export * from './outage-policy';
