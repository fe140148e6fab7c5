export * from './leave.contracts';
export * from './leave.view';
export * from './words';
