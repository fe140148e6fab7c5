export * from './document-reader';
export * from './full-width';
export * from './instant';
export * from './local-date';
export * from './local-time';
export * from './money';
export * from './phone-number';
export * from './result';
