export { labEnvironment, startPlatform, type Platform, type PlatformOptions } from './start-platform';
export { freePort, ServiceProcess } from './service-process';
export { RestClient } from './rest-client';
