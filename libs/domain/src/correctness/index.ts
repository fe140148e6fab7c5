export * from './correctness-of';
export * from './correctness-policy';
export * from './draw-sample';
export * from './judged-fields';
