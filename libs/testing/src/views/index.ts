export * from './work-order-view';
