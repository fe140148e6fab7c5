import { Controller } from '@nestjs/common';
import { operation, type RequestContext } from '@switchyard/contracts';
import { Type } from 'class-transformer';
import { IsArray, IsDate, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { DomainError, Handles } from '../../src';

export class Line {
  @IsString() name: string;
  @IsInt() fen: number;
}

export class EchoRequest {
  @IsString() text: string;

  @IsOptional()
  @IsDate()
  @Type(() => Date)
  at?: Date;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Line)
  lines?: Line[];
}

export class EchoReply {
  @IsString() text: string;
  @IsString() actor: string;
  @IsString() correlationId: string;

  @IsOptional()
  @IsDate()
  @Type(() => Date)
  at?: Date;
}

export const Echo = operation({
  subject: 'ticket.query.echo.v1',
  request: EchoRequest,
  reply: EchoReply,
  errors: ['echo.refused'],
});

/** Nobody handles it. */
export const Unserved = operation({
  subject: 'ticket.query.unserved.v1',
  request: EchoRequest,
  reply: EchoReply,
});

@Controller()
export class EchoController {
  readonly requests: EchoRequest[] = [];

  @Handles(Echo)
  async echo(request: EchoRequest, context: RequestContext): Promise<EchoReply> {
    this.requests.push(request);
    const { text, at } = request;
    if (text === 'refuse') throw new DomainError('echo.refused', 'No, use another text.', { text });
    if (text === 'defect') throw new TypeError('postgres://user:pass@host is the inside');
    if (text === 'never') return new Promise<never>(() => undefined);
    if (text === 'misfit') return { text: 7 } as unknown as EchoReply;
    const reply = { text, actor: context.actor.id, correlationId: context.correlationId, at };
    return text === 'newer' ? Object.assign(reply, { addedLater: true }) : reply;
  }
}

@Controller()
export class SecondEchoController {
  @Handles(Echo)
  async echo(request: EchoRequest, context: RequestContext): Promise<EchoReply> {
    return { text: request.text, actor: context.actor.id, correlationId: 'second' };
  }
}

export const Leave = operation({ subject: 'hr.query.leave.v1', request: EchoRequest, reply: EchoReply });

/** Takes a while; `entered` resolves when the first request is in progress. */
@Controller()
export class LeavingController {
  private enter: () => void;
  readonly entered = new Promise<void>((resolve) => (this.enter = resolve));

  @Handles(Leave)
  async leave({ text }: EchoRequest, context: RequestContext): Promise<EchoReply> {
    this.enter();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { text, actor: context.actor.id, correlationId: context.correlationId };
  }
}
