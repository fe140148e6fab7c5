import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetIdentityStatus,
  IdentityReadingView,
  IdentityStatus,
  KeepIdentity,
  type RequestContext,
  RequestIdentityReading,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { IdentityPath, KeptIdentityBody, ReadingRequestBody } from './anonymity.dto';

@ApiTags('identities')
@ApiBearerAuth()
@Controller('work-orders/:number/identity')
export class KeptIdentityController {
  constructor(private readonly operations: OperationClient) {}

  @Post()
  @Permission('identity:keep')
  @ApiOperation({
    summary: 'Keep who reported apart from an anonymous work order, encrypted',
    description: 'Once: it is never replaced, and shown only by an approved reading.',
  })
  @ApiCreatedResponse({ type: IdentityStatus })
  @ApiProblems(404, 409, 422)
  keep(
    @Param() path: IdentityPath,
    @Body() body: KeptIdentityBody,
    @Context() context: RequestContext,
  ): Promise<IdentityStatus> {
    return this.operations.call(KeepIdentity, { ...body, ...path }, context);
  }

  @Get()
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Whether an identity is kept apart; never what it is' })
  @ApiOkResponse({ type: IdentityStatus })
  @ApiProblems(404)
  status(@Param() path: IdentityPath, @Context() context: RequestContext): Promise<IdentityStatus> {
    return this.operations.call(GetIdentityStatus, path, context);
  }

  @Post('readings')
  @Permission('identity:read')
  @ApiOperation({ summary: 'Ask to read the identity, with a reason; a second person decides' })
  @ApiCreatedResponse({ type: IdentityReadingView })
  @ApiProblems(404, 409, 422)
  request(
    @Param() path: IdentityPath,
    @Body() body: ReadingRequestBody,
    @Context() context: RequestContext,
  ): Promise<IdentityReadingView> {
    return this.operations.call(RequestIdentityReading, { ...body, ...path }, context);
  }
}
