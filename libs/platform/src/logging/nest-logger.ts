import type { LoggerService } from '@nestjs/common';
import { isError } from '../errors';
import type { Logger } from './logger';

/** Lets the framework's own lines go through our Logger; its start-up chatter becomes `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(text(message), component(rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(text(message), component(rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(text(message), component(rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(text(message), component(rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    // A failed start: whoever started the service reports it, once.
    if (rest.at(-1) === 'ExceptionHandler') return;
    const [stack] = rest.length > 1 ? rest : [];
    const detail = isError(message) ? { err: message } : stack === undefined ? {} : { stack };
    this.logger.error(text(message), { ...component(rest), ...detail });
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

function text(message: unknown): string {
  if (isError(message)) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}

function component(rest: readonly unknown[]): { component?: string } {
  const last = rest.at(-1);
  return typeof last === 'string' ? { component: last } : {};
}
