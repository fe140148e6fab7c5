export * from './main';
export * from './platform.module';
export * from './run-service';
export * from './running-service';
export * from './shutdown';
export * from './stop-on-signals';
