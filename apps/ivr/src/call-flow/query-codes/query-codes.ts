import { ReserveQueryCodes } from '@switchyard/contracts';
import { type Logger, type OperationClient, systemContext } from '@switchyard/platform';
import type { QueryCodePool } from './query-code-pool.port';

/** Codes in the pool when it is full, and when it is filled again. */
const FULL = 50;
const LOW = 25;
/** Milliseconds that a caller waits for a code where the pool has none. */
const PATIENCE = 2_000;

/** Query codes for cases that are opened later, without their caller (C5). */
export class QueryCodes {
  constructor(
    private readonly pool: QueryCodePool,
    private readonly client: Pick<OperationClient, 'call'>,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** A code to be told to a caller; undefined when none is to be had: the case is taken without one. Never throws. */
  async take(): Promise<string | undefined> {
    try {
      return (await this.pool.take()) ?? (await this.reserve(1, PATIENCE))[0];
    } catch (error) {
      this.logger.warn('there is no query code for a caller', { err: error });
      return undefined;
    }
  }

  /** One round: fills the pool when it runs low. @throws DomainError when ticket cannot be asked */
  async fill(): Promise<void> {
    const count = await this.pool.count();
    if (count < LOW) await this.pool.add(await this.reserve(FULL - count));
  }

  /** Under a request id of its own: nothing leads from here to a call. */
  private async reserve(count: number, timeoutMs?: number): Promise<readonly string[]> {
    const patience = timeoutMs === undefined ? {} : { timeoutMs };
    const { queryCodes } = await this.client.call(
      ReserveQueryCodes,
      { count },
      systemContext('ivr'),
      patience,
    );
    return queryCodes;
  }
}
