import { Injectable } from '@nestjs/common';
import { ListWorkOrders, type OpenCase, type RequestContext } from '@switchyard/contracts';
import { describeError, Logger, OperationClient } from '@switchyard/platform';

/** An agent waits no longer for them; the screen is there without. */
const PATIENCE = { timeoutMs: 1_500 };
/** Milliseconds that an answer holds: the screen is asked for every second. */
const FRESH = 15_000;
const KEPT = 500;
const MOST = 20;

export interface KnownCases {
  readonly cases: readonly OpenCase[];
  /** False when ticket did not answer in time. */
  readonly known: boolean;
}

interface Kept {
  readonly at: number;
  readonly answer: Promise<KnownCases>;
}

/** The open cases of an account, as ticket tells them. */
@Injectable()
export class OpenCases {
  private readonly kept = new Map<string, Kept>();
  private readonly logger: Logger;

  constructor(
    private readonly operations: OperationClient,
    logger: Logger,
  ) {
    this.logger = logger.named('OpenCases');
  }

  of(accountNo: string, context: RequestContext): Promise<KnownCases> {
    const now = performance.now();
    const kept = this.kept.get(accountNo);
    if (kept && now - kept.at < FRESH) return kept.answer;
    const answer = this.ask(accountNo, context);
    this.kept.delete(accountNo);
    this.kept.set(accountNo, { at: now, answer });
    if (this.kept.size > KEPT) this.kept.delete([...this.kept.keys()][0] ?? '');
    return answer;
  }

  private async ask(accountNo: string, context: RequestContext): Promise<KnownCases> {
    try {
      const request = { accountNo, status: 'open' as const, limit: MOST };
      const { items } = await this.operations.call(ListWorkOrders, request, context, PATIENCE);
      const cases = items.map(({ number, kind, text, openedAt }) => ({ number, kind, text, openedAt }));
      return { cases, known: true };
    } catch (error) {
      this.logger.warn('open cases are not known', { reason: describeError(error) });
      return { cases: [], known: false };
    }
  }
}
