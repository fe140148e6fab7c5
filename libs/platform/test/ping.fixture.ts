import { Controller, Injectable, Module } from '@nestjs/common';
import { event, operation, type RequestContext } from '@switchyard/contracts';
import { IsInt, IsString } from 'class-validator';
import { DomainError, type EventMeta, Handles, OnEvent, Outbox, PersistenceModule, UnitOfWork } from '../src';

export class PingRequest {
  @IsString() text: string;
}

export class PingReply {
  @IsString() text: string;
  @IsString() caller: string;
  @IsString() correlationId: string;
}

export const Ping = operation({
  subject: 'ticket.query.ping.v1',
  request: PingRequest,
  reply: PingReply,
  errors: ['ping.refused'],
});

export class AddRequest {
  @IsInt() n: number;
}

export class AddReply {
  @IsInt() n: number;
}

export const Add = operation({ subject: 'ticket.command.add.v1', request: AddRequest, reply: AddReply });

export class Added {
  @IsInt() n: number;
}

export const NumberAdded = event({ subject: 'ticket.event.number-added.v1', payload: Added });

@Controller()
export class PingController {
  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Handles(Ping)
  async ping(request: PingRequest, context: RequestContext): Promise<PingReply> {
    if (request.text === 'refuse') throw new DomainError('ping.refused', 'no', { why: 'asked to' });
    if (request.text === 'defect') throw new TypeError('secret inside');
    if (request.text === 'never') await new Promise(() => undefined);
    return { text: request.text, caller: context.actor.id, correlationId: context.correlationId };
  }

  @Handles(Add)
  async add({ n }: AddRequest, context: RequestContext): Promise<AddReply> {
    await this.unitOfWork.inTransaction(() => this.outbox.append(NumberAdded, { n }, context));
    return { n };
  }
}

@Injectable()
export class Seen {
  readonly numbers: number[] = [];
  readonly metas: EventMeta[] = [];
  failures = 0;

  @OnEvent(NumberAdded, { durable: 'test-numbers' })
  async on({ n }: Added, meta: EventMeta): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('not now');
    }
    this.numbers.push(n);
    this.metas.push(meta);
  }
}

@Module({ imports: [PersistenceModule.forService({ schema: 'ticket' })], controllers: [PingController] })
export class PingModule {}

@Module({ imports: [PersistenceModule.forService({ schema: 'ivr' })], providers: [Seen], exports: [Seen] })
export class SeenModule {}
