export * from './hr-policies';
export * from './hr-policy.contracts';
