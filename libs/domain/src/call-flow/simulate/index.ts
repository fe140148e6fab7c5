export * from './heard';
export * from './scripted-caller';
export * from './seeded-random';
export * from './simulate-call';
export * from './simulated-world';
export * from './willing-world';
export * from './garbled-world';
