export * from './chinese-calendar';
export * from './working-calendar';
export * from './working-days';
