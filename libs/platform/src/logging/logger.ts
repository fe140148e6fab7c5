import pino, { type DestinationStream, type Logger as Pino } from 'pino';
import { currentContext } from '../context';
import { sanitize } from './sanitize';
import { maskText } from './mask';

export interface LoggerOptions {
  /** Service name, in every line. */
  readonly name?: string;
  readonly level?: string;
  /** Where lines go; standard output unless given. */
  readonly destination?: DestinationStream;
}

export type LogFields = Readonly<Record<string, unknown>> & { readonly err?: unknown };

/**
 * One JSON line per event, with the service, the correlation id of the request being served, and with
 * secrets redacted and telephone numbers masked in text and fields alike.
 */
export class Logger {
  private constructor(
    private readonly base: Pino,
    private readonly pino: Pino = base,
  ) {}

  static create(options: LoggerOptions = {}): Logger {
    const settings = {
      base: options.name === undefined ? {} : { service: options.name },
      level: options.level ?? 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      // Ours has spelled the error out already.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: () => {
        const context = currentContext();
        return context === undefined ? {} : { correlationId: context.correlationId };
      },
    };
    return new Logger(options.destination ? pino(settings, options.destination) : pino(settings));
  }

  static silent(): Logger {
    return Logger.create({ level: 'silent' });
  }

  /** The same logger under another `component`, by habit the class's name. */
  named(component: string): Logger {
    return new Logger(this.base, this.base.child({ component }));
  }

  debug(message: string, fields?: LogFields): void {
    this.write('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.write('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.write('warn', message, fields);
  }

  error(message: string, fields?: LogFields): void {
    this.write('error', message, fields);
  }

  private write(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: LogFields = {}): void {
    if (!this.pino.isLevelEnabled(level)) return;
    this.pino[level](sanitize(fields) as object, maskText(message));
  }
}
