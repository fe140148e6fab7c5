export * from './telephone-access-policy';
export * from './telephone-password';
