export * from './http-scope';
export * from './public';
