export * from './act-on-agent';
export * from './agent-policy';
export * from './agent-state';
export * from './missed-call';
export * from './move-agent';
export * from './queue-priority';
export * from './relief';
export * from './vocabulary';
