export * from './annual-leave.contracts';
export * from './leave-day.contracts';
export * from './leave-decision.contracts';
export * from './leave-list.contracts';
export * from './leave-paper.contracts';
export * from './leave-request.contracts';
export * from './leave.view';
export * from './words';
