import { Injectable, Module } from '@nestjs/common';
import { event } from '@switchyard/contracts';
import { IsInt } from 'class-validator';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type EventMeta, OnEvent, PersistenceModule, UnitOfWork } from '../../src';

export class NumberAddedPayload {
  @IsInt() n: number;
}

export const NumberAdded = event({ subject: 'ticket.event.number-added.v1', payload: NumberAddedPayload });

class CreateSeen1767200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE seen (seq serial PRIMARY KEY, who text NOT NULL, n integer NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seen');
  }
}

/** Writes down every number, and fails for a number as often as it was told. */
@Injectable()
export class Recorder {
  readonly failuresLeft = new Map<number, number>();
  /** Numbers that take two seconds in Postgres, the first time. */
  readonly slow = new Set<number>();
  readonly metas: EventMeta[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnEvent(NumberAdded, { durable: 'test-recorder' })
  async on({ n }: NumberAddedPayload, meta: EventMeta): Promise<void> {
    await this.unitOfWork.query(`INSERT INTO seen (who, n) VALUES ('recorder', $1)`, [n]);
    if (this.slow.delete(n)) await this.unitOfWork.query('SELECT pg_sleep(2)');
    const left = this.failuresLeft.get(n) ?? 0;
    this.failuresLeft.set(n, left - 1);
    if (left > 0) throw new Error(`not yet: ${n}`);
    this.metas.push(meta);
  }
}

@Injectable()
export class Witness {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnEvent(NumberAdded, { durable: 'test-witness' })
  async on({ n }: NumberAddedPayload): Promise<void> {
    await this.unitOfWork.query(`INSERT INTO seen (who, n) VALUES ('witness', $1)`, [n]);
  }
}

@Module({ imports: [PersistenceModule.forService({ schema: 'ticket' })] })
export class PublisherModule {}

@Module({
  imports: [PersistenceModule.forService({ schema: 'ivr', migrations: [CreateSeen1767200000001] })],
  providers: [Recorder, Witness],
})
export class ConsumerModule {}
