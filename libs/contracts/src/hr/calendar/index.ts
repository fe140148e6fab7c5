export * from './working-calendar.contracts';
export * from './working-calendar.view';
