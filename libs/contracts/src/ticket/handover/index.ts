export * from './duty.contracts';
export * from './handover.contracts';
export * from './handover.view';
export * from './matter.contracts';
export * from './words';
