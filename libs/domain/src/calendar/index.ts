export * from './chinese-calendar';
export * from './working-calendar';
export * from './working-days';
export * from './calendar-coverage';
export * from './chinese-days';
export * from './import-year';
