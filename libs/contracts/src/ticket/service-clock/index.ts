export * from './clock-escalated.event';
export * from './clock-policy.contracts';
export * from './escalations.contracts';
export * from './notification.contracts';
export * from './overdue-figures.contracts';
export * from './service-clock.contracts';
export * from './service-clock.view';
export * from './words';
