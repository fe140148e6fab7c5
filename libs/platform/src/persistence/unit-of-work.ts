import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { describeError, isError } from '../errors';
import type { Logger } from '../logging';

export interface TransactionOptions {
  /** The longest that one statement may run, in milliseconds; 0 for no limit. For imports and exports. */
  readonly statementTimeoutMs?: number;
  /** All statements see the data of one moment (repeatable read). For reports. */
  readonly snapshot?: boolean;
}

interface OpenTransaction {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
  readonly afterCommit: (() => void)[];
}

/**
 * The transaction that the running code is in. Use cases only call `inTransaction`; adapters in
 * persistence/ use the rest, and need not know whether a transaction is open.
 */
export class UnitOfWork {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {}

  /** Runs work in one transaction; joins the one that is open already. Commits unless the work throws. */
  async inTransaction<T>(work: () => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    if (this.open.getStore() !== undefined) return work();
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const transaction: OpenTransaction = { runner, client, afterCommit: [] };
      await runner.startTransaction(options.snapshot === true ? 'REPEATABLE READ' : undefined);
      if (options.statementTimeoutMs !== undefined) await limitStatements(client, options.statementTimeoutMs);
      const result = await this.complete(transaction, work);
      this.runHooks(transaction.afterCommit);
      return result;
    } finally {
      await runner.release();
    }
  }

  get isInTransaction(): boolean {
    return this.open.getStore() !== undefined;
  }

  /** Rows of a statement, in the open transaction, else on a connection of the pool. */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const target = this.open.getStore()?.client ?? this.pool;
    const { rows } = await target.query(sql, [...parameters]);
    return rows as T[];
  }

  /**
   * As `query`, for the few statements that callers wait for: read and planned once per connection instead of every
   * time. `name` is the statement's alone, and its text never changes while the process runs.
   */
  async queryPrepared<T>(name: string, text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const target = this.open.getStore()?.client ?? this.pool;
    const { rows } = await target.query({ name, text, values: [...parameters] });
    return rows as T[];
  }

  /** How many rows a statement changed. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const target = this.open.getStore()?.client ?? this.pool;
    const { rowCount } = await target.query(sql, [...parameters]);
    return rowCount ?? 0;
  }

  /**
   * Hands out the connection itself, for COPY and cursors: the transaction's own, else one of the pool
   * for as long as the work takes. Do not keep it.
   */
  async withConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const transaction = this.open.getStore();
    if (transaction !== undefined) return work(transaction.client);
    const client = await this.pool.connect();
    let failure: Error | undefined;
    const onError = (error: Error): void => {
      failure = error;
    };
    client.on('error', onError);
    try {
      return await work(client);
    } catch (error) {
      failure ??= isError(error) ? error : new Error(describeError(error));
      throw error;
    } finally {
      client.off('error', onError);
      // A connection that failed in the middle of a stream is not given to anybody else.
      client.release(failure);
    }
  }

  /** TypeORM's manager of the open transaction, else of the pool; for adapters that use entities. */
  get manager(): EntityManager {
    return this.open.getStore()?.runner.manager ?? this.dataSource.manager;
  }

  /** Runs when the open transaction has been committed; at once when there is none. Must not throw. */
  afterCommit(hook: () => void): void {
    const transaction = this.open.getStore();
    if (transaction === undefined) hook();
    else transaction.afterCommit.push(hook);
  }

  private async complete<T>(transaction: OpenTransaction, work: () => Promise<T>): Promise<T> {
    try {
      const result = await this.open.run(transaction, work);
      await transaction.runner.commitTransaction();
      return result;
    } catch (error) {
      await this.rollBack(transaction);
      throw error;
    }
  }

  private async rollBack({ runner }: OpenTransaction): Promise<void> {
    if (!runner.isTransactionActive || runner.isReleased) return;
    try {
      await runner.rollbackTransaction();
    } catch (error) {
      // The connection is gone, and the transaction with it; the first error is the one to report.
      this.logger.warn('rollback failed', { err: error });
    }
  }

  private runHooks(hooks: readonly (() => void)[]): void {
    for (const hook of hooks) {
      try {
        hook();
      } catch (error) {
        this.logger.error('hook after commit failed', { err: error });
      }
    }
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

async function limitStatements(client: PoolClient, milliseconds: number): Promise<void> {
  await client.query("SELECT set_config('statement_timeout', $1, true)", [String(milliseconds)]);
}
