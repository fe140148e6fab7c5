export * from './engine';
export * from './policy';
export * from './time';
