export * from './libphonenumber-normaliser';
