export * from './kernel/contract';
export * from './kernel/error-envelope';
export * from './kernel/paging';
export * from './kernel/request-context';
export * from './ticket/index';
export * from './ivr/batch';
export * from './ivr/call';
