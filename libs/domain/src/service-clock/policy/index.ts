export * from './clock-policy';
export * from './matches';
export * from './parse-clock-policy';
export * from './select-policies';
export * from './standard/standard-policies';
