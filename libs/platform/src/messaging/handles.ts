import { Inject } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { Operation, RequestContext } from '@switchyard/contracts';
import { OperationEdge } from './operation-edge';

const EDGE = '__operationEdge';

/**
 * Makes a controller's method the handler of an operation: `(request, context) => Promise<reply>`.
 * The request arrives validated, as an instance of its class; a DomainError that is thrown reaches the
 * caller with its code, anything else as `service.internal-error`. Called directly, as unit tests do,
 * the method runs as written.
 */
export function Handles<Request extends object, Reply extends object>(operation: Operation<Request, Reply>) {
  return <Method extends (request: Request, context: RequestContext) => Promise<Reply>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const handler = descriptor.value;
    if (handler === undefined) throw new Error(`@Handles(${operation.subject}) needs a method`);
    descriptor.value = function (
      this: { [EDGE]?: OperationEdge },
      request: Request,
      context: RequestContext,
    ) {
      const edge = this[EDGE];
      if (edge === undefined) return handler.call(this, request, context);
      return edge.serve(operation, request, context, (checked, caller) =>
        handler.call(this, checked, caller),
      );
    } as Method;
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    MessagePattern(operation.subject)(target, key, descriptor);
    Inject(OperationEdge)(target, EDGE);
  };
}
