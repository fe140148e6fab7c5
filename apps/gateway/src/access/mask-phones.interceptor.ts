import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { stateOf } from '../request-context/request-state';
import { maskPhones } from './mask-phones';

/** Whoever lacks `phone:read` gets answers in which telephone numbers are masked. */
@Injectable()
export class MaskPhonesInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (stateOf(request).actor.permissions.includes('phone:read')) return next.handle();
    return next.handle().pipe(map((answer: unknown) => (isFile(answer) ? answer : maskPhones(answer))));
  }
}

const isFile = (answer: unknown): boolean => answer instanceof StreamableFile || Buffer.isBuffer(answer);
