import type { Type } from '@nestjs/common';
import { runService, type RunningService, type RunOptions } from '@switchyard/platform';
import type { GatewayConfig } from './gateway.config';
import { FEATURES } from './gateway.features';
import { GatewayModule } from './gateway.module';
import { prepareGateway } from './http/prepare-gateway';

/** Starts the gateway, for its own main program, for standalone and for tests. */
export function runGateway(
  config: GatewayConfig,
  options: RunOptions = {},
  features: readonly Type[] = FEATURES,
): Promise<RunningService> {
  return runService(
    { name: 'gateway', module: GatewayModule.with(features), config },
    { ...options, prepare: prepareGateway, http: { trustProxy: config.behindProxy, ...options.http } },
  );
}
