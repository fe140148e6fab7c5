export * from './erlang';
export * from './required-heads';
export * from './staffing-policy';
export * from './call-history';
export * from './day-type';
export * from './forecast-calls';
export * from './measure-forecast';
