export * from './organisation.contracts';
export * from './staff-account.contracts';
export * from './staff-fields';
export * from './staff-import.contracts';
export * from './staff.contracts';
export * from './staff.view';
