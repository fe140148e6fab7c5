export { FIELD_WORK_ERRORS } from './field-work-errors';
export * from './field-work.contracts';
export * from './field-work.view';
export * from './restoration.contracts';
