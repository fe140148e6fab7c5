export * from './erlang';
export * from './required-heads';
export * from './staffing-policy';
export * from './call-history';
export * from './call-day-type';
export * from './forecast-calls';
export * from './measure-forecast';
export * from './replan-day';
