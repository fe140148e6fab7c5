export * from './shift-duty';
