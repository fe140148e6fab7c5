import { SetMetadata } from '@nestjs/common';

/** Metadata key by which a guard sees that a route needs no sign-in. */
export const PUBLIC_ROUTE = 'switchyard:public';

/** Marks a route or controller that needs no sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);
