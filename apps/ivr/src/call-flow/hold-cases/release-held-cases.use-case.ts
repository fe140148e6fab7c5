import {
  COMMON_ERRORS,
  OpenWorkOrder,
  type OpenWorkOrderRequest,
  WORK_ORDER_ERRORS,
} from '@switchyard/contracts';
import {
  type Clock,
  DomainError,
  type Logger,
  type OperationClient,
  systemContext,
} from '@switchyard/platform';
import type { CallTraces, HeldCase, HeldCases } from './held-cases.port';

/** Seconds. */
const LEASE = 60;
const LONGEST_PAUSE = 3_600;
const FIRST_PAUSE = 5;
const AT_ONCE = 20;
const PATIENCE_MS = 5_000;

/**
 * Delivers the cases that wait. An anonymous one goes out only when its call is over and the number stands nowhere
 * any more (§5); it goes without its call, whose record is parted from it. What cannot be delivered is tried again, for ever, ever more rarely.
 */
export class ReleaseHeldCases {
  constructor(
    private readonly cases: HeldCases,
    private readonly traces: CallTraces,
    private readonly client: Pick<OperationClient, 'call'>,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'warn' | 'error' | 'info'>,
  ) {}

  /** One round; resolves when nothing is due any more. */
  async execute(): Promise<void> {
    for (;;) {
      const due = await this.cases.take(this.clock.now(), LEASE, AT_ONCE);
      await Promise.all(due.map((held) => this.release(held)));
      if (due.length < AT_ONCE) return;
    }
  }

  private async release(held: HeldCase): Promise<void> {
    try {
      if (await this.isTooEarly(held)) return await this.cases.defer(held.id, this.inSeconds(FIRST_PAUSE));
      const standsIn = await this.forget(held);
      if (standsIn.length > 0) return await this.postpone(held, `number in ${standsIn.join(', ')}`);
      if (held.anonymous && held.callId !== null) await this.traces.unlink(held.callId);
      await this.deliver(held);
      await this.cases.release(held.id, this.clock.now());
      this.logger.info('a held case was delivered', { heldCase: held.id, anonymous: held.anonymous });
    } catch (error) {
      await this.failed(held, error);
    }
  }

  /** A case is worth more than its code: where ticket knows of no such reservation it gets another. */
  private async deliver({ id, order, reference }: HeldCase): Promise<void> {
    try {
      await this.openWorkOrder({ ...order, reference });
    } catch (error) {
      if (!isUnreserved(error)) throw error;
      this.logger.error('a query code that a caller was told is not valid', { heldCase: id });
      const { queryCode: _, ...rest } = order;
      await this.openWorkOrder({ ...rest, reference });
    }
  }

  private openWorkOrder(request: OpenWorkOrderRequest): Promise<unknown> {
    return this.client.call(OpenWorkOrder, request, systemContext('ivr'), { timeoutMs: PATIENCE_MS });
  }

  private async isTooEarly({ anonymous, callId }: HeldCase): Promise<boolean> {
    return anonymous && callId !== null && !(await this.traces.isOver(callId));
  }

  private async forget({ anonymous, callId }: HeldCase): Promise<readonly string[]> {
    if (!anonymous || callId === null) return [];
    await this.traces.forget(callId);
    return this.traces.remaining(callId);
  }

  /** Its order may hold a number: only a code is told. */
  private async failed(held: HeldCase, error: unknown): Promise<void> {
    const code = error instanceof DomainError ? error.code : COMMON_ERRORS.internal;
    try {
      await this.postpone(held, code);
    } catch (storing) {
      // Its lease runs out by itself.
      this.logger.error('a held case could not be put off', { heldCase: held.id, err: storing });
    }
  }

  private async postpone({ id, tries }: HeldCase, problem: string): Promise<void> {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries, 12));
    this.logger.warn('a held case waits on', { heldCase: id, problem, tries: tries + 1 });
    await this.cases.postpone(id, this.inSeconds(pause), problem);
  }

  private inSeconds(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }
}

function isUnreserved(error: unknown): boolean {
  return error instanceof DomainError && error.code === WORK_ORDER_ERRORS.queryCodeNotReserved;
}
