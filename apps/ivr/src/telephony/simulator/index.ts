export * from '../scheduler';
export * from './simulated-node';
export * from './subscriber-script';
export * from './virtual-scheduler';
