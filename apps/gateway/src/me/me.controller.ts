import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@switchyard/contracts';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { NoIdempotency } from '../idempotency/no-idempotency.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { stateOf } from '../request-context/request-state';
import { ChangeOwnPasswordUseCase } from './change-own-password.use-case';
import { ChangePasswordBody, MeView } from './me.dto';

@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class MeController {
  constructor(private readonly changePassword: ChangeOwnPasswordUseCase) {}

  @Get()
  @Permission('self:read')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: MeView })
  me(@Context() { actor }: RequestContext): MeView {
    const { id, name, roles, permissions, scope } = actor;
    return { id, name, roles, permissions, scope };
  }

  @Post('password')
  @HttpCode(204)
  @Permission('self:write')
  @NoIdempotency()
  @ApiOperation({ summary: "Change one's own password; other sessions of the account end" })
  @ApiNoContentResponse({ description: 'Changed' })
  @ApiProblems(422)
  async change(@Body() body: ChangePasswordBody, @Req() request: FastifyRequest): Promise<void> {
    const { actor, sessionId = '' } = stateOf(request);
    await this.changePassword.execute({ userId: actor.id, sessionId, ...body });
  }
}
