import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EventContract, RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock } from '../clock';
import { encodeContext } from '../context';
import { parseMessage } from '../messaging/validate-message';
import { UnitOfWork } from '../persistence/unit-of-work';
import { OutboxRelay } from './outbox-relay';

/** Events that may not be lost: written with the change that they tell of, published afterwards. */
@Injectable()
export class Outbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly relay: OutboxRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Appends an event in the open transaction; it is published once that commits.
   * @throws Error outside a transaction; DomainError request.invalid when the payload breaks its contract
   */
  async append<Payload extends object>(
    contract: EventContract<Payload>,
    payload: Payload,
    context: RequestContext,
  ): Promise<void> {
    await this.appendAll(contract, [payload], context);
  }

  /** Appends many events of one kind with one statement. */
  async appendAll<Payload extends object>(
    contract: EventContract<Payload>,
    payloads: readonly Payload[],
    context: RequestContext,
  ): Promise<void> {
    if (payloads.length === 0) return;
    if (!this.unitOfWork.isInTransaction) throw new Error(`append ${contract.subject} inside inTransaction`);
    const bodies = await Promise.all(payloads.map((payload) => serialize(contract, payload)));
    await this.unitOfWork.query(
      `INSERT INTO outbox (id, subject, payload, context, occurred_at)
       SELECT id, $2, payload, $3, $4 FROM unnest($1::uuid[], $5::text[]) WITH ORDINALITY AS e(id, payload, n)
       ORDER BY n`,
      [payloads.map(() => randomUUID()), contract.subject, encodeContext(context), this.clock.now(), bodies],
    );
    this.unitOfWork.afterCommit(() => this.relay.kick());
  }

  /**
   * Appends an event for each row of a SELECT of one column, the payload as JSON text: for sets too large to pass
   * through this process. `parameters` are $4 and on. Nothing is validated here; a test of the statement must be.
   */
  async appendSelected<Payload extends object>(
    contract: EventContract<Payload>,
    select: string,
    parameters: readonly unknown[],
    context: RequestContext,
  ): Promise<void> {
    if (!this.unitOfWork.isInTransaction) throw new Error(`append ${contract.subject} inside inTransaction`);
    await this.unitOfWork.query(
      `INSERT INTO outbox (id, subject, payload, context, occurred_at)
       SELECT gen_random_uuid(), $1, payload, $2, $3 FROM (${select}) AS e(payload)`,
      [contract.subject, encodeContext(context), this.clock.now(), ...parameters],
    );
    this.unitOfWork.afterCommit(() => this.relay.kick());
  }
}

/** What crosses is what was checked, once: the payload as an instance of its contract. */
async function serialize<P extends object>(contract: EventContract<P>, payload: P): Promise<string> {
  return JSON.stringify(await parseMessage(contract.payload, payload));
}
