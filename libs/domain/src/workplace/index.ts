export * from './audience';
export * from './meetings';
export * from './overtime';
export * from './survey';
export * from './work-plan';
export * from './workplace-policy';
