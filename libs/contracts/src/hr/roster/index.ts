export * from './errors';
export * from './words';
export * from './shift-template.contracts';
export * from './roster.view';
export * from './roster.contracts';
export * from './roster-wish.contracts';
export * from './roster-change.contracts';
