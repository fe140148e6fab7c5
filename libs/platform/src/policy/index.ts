export * from './policy-definition';
export * from './policy-documents.port';
export * from './policy-book';
export * from './policy-book.module';
export * from './persistence/policy-table';
