export * from './call-hours';
export * from './follow-up-figures';
export * from './follow-up-policy';
export * from './follow-up-rules';
export * from './sample-fault-calls';
