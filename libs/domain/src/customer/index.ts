export * from './telephone-access-policy';
export * from './telephone-password';
export * from './customer-value';
export * from './customer-value-policy';
