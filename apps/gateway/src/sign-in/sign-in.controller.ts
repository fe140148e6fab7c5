import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, ApiNoContentResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission, Public } from '../access/permission.decorator';
import { NoIdempotency } from '../idempotency/no-idempotency.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { stateOf } from '../request-context/request-state';
import type { IssuedTokens } from './issue-tokens';
import { RefreshUseCase } from './refresh/refresh.use-case';
import { RefreshBody, SignInBody, TokensView } from './sign-in.dto';
import { SignInUseCase } from './sign-in/sign-in.use-case';
import { SignOutUseCase } from './sign-out/sign-out.use-case';

@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInUseCase,
    private readonly refresh: RefreshUseCase,
    private readonly signOut: SignOutUseCase,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @NoIdempotency()
  @ApiOperation({ summary: 'Sign in with name and password' })
  @ApiOkResponse({ type: TokensView })
  @ApiProblems(401, 429)
  async open(@Body() body: SignInBody, @Req() request: FastifyRequest): Promise<TokensView> {
    stateOf(request).subject = `user:${body.name.slice(0, 50)}`;
    return viewOf(await this.signIn.execute({ ...body, address: request.ip }));
  }

  @Post('sign-in/refresh')
  @HttpCode(200)
  @Public()
  @NoIdempotency()
  @ApiOperation({ summary: 'Swap a refresh token for the next pair of tokens' })
  @ApiOkResponse({ type: TokensView })
  @ApiProblems(401)
  async next(@Body() body: RefreshBody, @Req() request: FastifyRequest): Promise<TokensView> {
    const tokens = await this.refresh.execute(body.refreshToken);
    stateOf(request).subject = `user:${tokens.userId}`;
    return viewOf(tokens);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Permission('self:write')
  @NoIdempotency()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End the session; its tokens are worth nothing afterwards' })
  @ApiNoContentResponse({ description: 'Signed out' })
  async close(@Req() request: FastifyRequest): Promise<void> {
    const { sessionId } = stateOf(request);
    if (sessionId !== undefined) await this.signOut.execute(sessionId);
  }
}

function viewOf({ accessToken, expiresInSeconds, refreshToken, sessionExpiresAt }: IssuedTokens): TokensView {
  return {
    accessToken,
    tokenType: 'Bearer',
    expiresIn: expiresInSeconds,
    refreshToken,
    sessionExpiresAt: sessionExpiresAt.toISOString(),
  };
}
