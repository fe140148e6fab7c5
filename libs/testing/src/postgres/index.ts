export { makeRecordTables } from './make-record-tables';
export { startTestPostgres, type TestPostgres } from './start-test-postgres';
