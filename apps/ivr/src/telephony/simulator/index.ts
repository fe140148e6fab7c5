export * from '../scheduler';
export * from './queue-fate';
export * from './simulated-node';
export * from './simulated-phone';
export * from './simulated-queue-node';
export * from './subscriber-script';
export * from './virtual-scheduler';
