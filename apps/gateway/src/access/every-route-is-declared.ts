import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PUBLIC_ROUTE } from '@switchyard/platform';
import { PERMISSION } from './permission.decorator';

/** Thrown at start when routes declare neither a permission nor that they are public. */
export class UndeclaredRoutes extends Error {
  constructor(routes: readonly string[]) {
    super(`These routes declare neither @Permission(…) nor @Public(): ${routes.join(', ')}`);
    this.name = 'UndeclaredRoutes';
  }
}

/** Refuses to start with a route that nobody decided about. */
@Injectable()
export class EveryRouteIsDeclared implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (!handler || !isRoute(handler) || !metatype) return [];
        const targets = [handler, metatype];
        const declared =
          this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets) ??
          this.reflector.getAllAndOverride<string>(PERMISSION, targets);
        return declared ? [] : [`${metatype.name}.${name}`];
      });
    });
    if (undeclared.length > 0) throw new UndeclaredRoutes(undeclared);
  }
}

function isRoute(handler: object): boolean {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  return method !== undefined;
}
