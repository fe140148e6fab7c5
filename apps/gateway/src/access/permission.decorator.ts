import { SetMetadata } from '@nestjs/common';
import type { PermissionName } from './permissions';

export { Public } from '@switchyard/platform';

export const PERMISSION = 'switchyard:permission';

/** What the actor of a route must hold. Every route has one, or is `@Public()`. */
export const Permission = (permission: PermissionName): MethodDecorator =>
  SetMetadata(PERMISSION, permission);
