export * from '../scheduler';
export * from './queue-fate';
export * from './simulated-node';
export * from './subscriber-script';
export * from './virtual-scheduler';
