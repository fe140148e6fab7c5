import { createRequire } from 'node:module';

interface SwaggerApi {
  failure(error: Error): void;
  fail(message: string): void;
}

/**
 * ari-client loads the API's description with swagger-client 2.0, which throws a string out of a socket's callback
 * whenever the PBX answers anything but 200: while it starts, while it shuts down, for a wrong password. That ends
 * the process. Here the same failure rejects ari-client's `connect`, and nothing else.
 */
const { SwaggerApi } = createRequire(require.resolve('ari-client'))('swagger-client') as {
  SwaggerApi: { prototype: SwaggerApi };
};
SwaggerApi.prototype.fail = function fail(this: SwaggerApi, message: string): void {
  this.failure(new Error(message));
};

/** It also logs through this global, to the console, and keeps every line for ever. */
(globalThis as { log?: () => void }).log = () => undefined;
