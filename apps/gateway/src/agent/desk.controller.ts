import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AgentView,
  CancelTransfer,
  CompleteTransfer,
  DeskView,
  FinishAfterCallWork,
  GetDesk,
  type RequestContext,
  SetAgentAway,
  SetAgentReady,
  SignInAgent,
  SignOutAgent,
  TransferCall,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { readWhenChanged } from '../sse/read-when-changed';
import { SseStreams } from '../sse/sse-streams';
import { AwayBody, SignInBody, TransferBody } from './agent.dto';

/** A caller rings for twelve seconds at most; the screen is there while it rings. */
const EVERY_MS = 500;

/** The desk of the agent that the signed-in account is. */
@ApiTags('desk')
@ApiBearerAuth()
@Controller('desk')
export class DeskController {
  constructor(
    private readonly operations: OperationClient,
    private readonly streams: SseStreams,
  ) {}

  @Get()
  @Permission('agent:self')
  @ApiOperation({
    summary: 'One’s own state, and who calls',
    description: 'Who it is, value tier and list, what was asked for in the menus, open cases.',
  })
  @ApiOkResponse({ type: DeskView })
  @ApiProblems(422)
  get(@Context() context: RequestContext): Promise<DeskView> {
    return this.operations.call(GetDesk, {}, context);
  }

  @Get('live')
  @Permission('agent:self')
  @ApiOperation({
    summary: 'One’s own state and who calls, live (server-sent events)',
    description: 'Event `desk` whenever it changed.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: DeskView })
  @ApiProblems(422)
  async live(
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.open(request, reply, (signal, lastEventId) =>
      readWhenChanged({
        signal,
        lastEventId,
        everyMs: EVERY_MS,
        read: () => this.operations.call(GetDesk, {}, context),
        event: (desk) => ({ id: digest(desk), event: 'desk', data: desk }),
        isLast: () => false,
      }),
    );
  }

  @Post('sign-in')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'Take the desk; away until ready' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(422)
  signIn(@Body() body: SignInBody, @Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(SignInAgent, body, context);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'Leave the desk, once the relief has signed in' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(409, 422)
  signOut(@Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(SignOutAgent, {}, context);
  }

  @Post('ready')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'Take calls from now on' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(409, 422)
  ready(@Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(SetAgentReady, {}, context);
  }

  @Post('away')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'Take no calls; during a call: after it' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 409, 422)
  away(@Body() body: AwayBody, @Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(SetAgentAway, body, context);
  }

  @Post('finish-after-call-work')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'End after-call work before its limit' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(409, 422)
  finish(@Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(FinishAfterCallWork, {}, context);
  }

  @Post('transfer')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'Hand the caller on to an agent, a queue or a number' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(404, 422)
  transfer(@Body() body: TransferBody, @Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(TransferCall, body, context);
  }

  @Post('transfer/complete')
  @HttpCode(200)
  @Permission('agent:self')
  @ApiOperation({ summary: 'End a consultation: the caller goes on with whom was consulted' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(422)
  completeTransfer(@Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(CompleteTransfer, {}, context);
  }

  @Delete('transfer')
  @Permission('agent:self')
  @ApiOperation({ summary: 'End a consultation: back to the caller' })
  @ApiOkResponse({ type: AgentView })
  @ApiProblems(422)
  cancelTransfer(@Context() context: RequestContext): Promise<AgentView> {
    return this.operations.call(CancelTransfer, {}, context);
  }
}

/** The same desk has the same id: a client that comes back is not told again what it knows. */
function digest(desk: DeskView): string {
  return createHash('sha256').update(JSON.stringify(desk)).digest('base64url').slice(0, 16);
}
