export * from './errors';
export * from './figure-targets.contract';
export * from './get-live-queue-figures.contract';
export * from './get-queue-figures.contract';
export * from './get-rating-figures.contract';
export * from './queue-figures.view';
export * from './words';
