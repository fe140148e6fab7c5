export { ServiceFixture, type ServiceFixtureOptions } from './service-fixture';
export { labEnvironment, startPlatform, type Platform, type PlatformOptions } from './start-platform';
export { ServiceProcess } from './service-process';
export { RestClient } from './rest-client';
