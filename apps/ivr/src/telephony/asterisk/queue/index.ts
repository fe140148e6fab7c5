export * from './asterisk-queue-node';
export * from './agent-accounts';
