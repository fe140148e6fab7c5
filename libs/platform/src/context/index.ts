export * from './context-codec';
export * from './request-scope';
