export * from './follow-up-figures.contracts';
export * from './follow-up.contracts';
export * from './follow-up.view';
export * from './words';
