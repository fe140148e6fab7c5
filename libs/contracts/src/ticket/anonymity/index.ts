export * from './identity-audit.contracts';
export * from './identity-reading.contracts';
export * from './identity.contracts';
