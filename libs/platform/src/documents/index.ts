export * from './write-pdf';
