export * from './file-store';
export * from './folder-file-store';
