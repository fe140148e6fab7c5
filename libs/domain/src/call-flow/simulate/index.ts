export * from './heard';
export * from './scripted-caller';
export * from './simulate-call';
export * from './simulated-world';
export * from './willing-world';
export * from './garbled-world';
