import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';
import { refuseSecondHandler } from '../refuse-second-handler';
import { CONTEXT_HEADER } from '../../context';
import type { InProcessBus } from './in-process-bus';

/** The part of a Nest transport that receives: serves the subjects of one service on the bus. */
export class InProcessServer extends Server implements CustomTransportStrategy {
  private inProgress = 0;

  constructor(private readonly bus: InProcessBus) {
    super();
  }

  override addHandler(...args: Parameters<Server['addHandler']>): void {
    refuseSecondHandler(this.messageHandlers, String(args[0]));
    super.addHandler(...args);
  }

  listen(callback: (error?: unknown) => void): void {
    try {
      for (const subject of this.messageHandlers.keys()) {
        this.bus.serve(subject, (_subject, json, header) => this.answer(subject, json, header));
      }
      callback();
    } catch (error) {
      callback(error);
    }
  }

  stopAccepting(): void {
    for (const subject of this.messageHandlers.keys()) this.bus.leave(subject);
  }

  /** Requests that are being answered. */
  get busy(): number {
    return this.inProgress;
  }

  close(): void {
    this.stopAccepting();
  }

  on(): never {
    throw new Error('the in-process transport has no connection events');
  }

  unwrap<T>(): T {
    return this.bus as T;
  }

  private async answer(subject: string, json: string, header: string): Promise<string> {
    const handler = this.getHandlerByPattern(subject);
    if (handler === null) throw new Error(`no handler for ${subject}`);
    const headers = new Map([[CONTEXT_HEADER, header]]);
    this.inProgress += 1;
    try {
      const result: unknown = handler(JSON.parse(json), { getHeaders: () => headers });
      const reply = await firstValueFrom(this.transformToObservable(result), { defaultValue: undefined });
      return JSON.stringify({ response: reply });
    } catch (error) {
      return JSON.stringify({ err: error });
    } finally {
      this.inProgress -= 1;
    }
  }
}
