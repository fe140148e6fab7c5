export * from './certificate.contracts';
export * from './course.contracts';
export * from './feedback.contracts';
export * from './plan.contracts';
export * from './record.contracts';
export * from './service-level-test.contracts';
export * from './session.contracts';
