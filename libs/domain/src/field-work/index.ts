export * from './field-work-of';
