export * from './all';
export * from './choice';
export * from './money';
export * from './nested';
export * from './number';
export * from './phone';
export * from './text';
export * from './time';
