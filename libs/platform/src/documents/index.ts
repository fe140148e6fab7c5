export * from './sheet';
export * from './sheet-files';
export * from './sheet-html';
export * from './write-pdf';
