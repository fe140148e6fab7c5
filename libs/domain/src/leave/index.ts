export * from './leave-kinds';
