import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AddDoNotCall,
  AddDoNotCallRequest,
  type DoNotCallPage,
  DoNotCallView,
  ListDoNotCall,
  RemoveDoNotCall,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { DoNotCallQuery, RegistrationPath } from './batch.dto';

@ApiTags('do-not-call')
@ApiBearerAuth()
@Controller('do-not-call')
export class DoNotCallController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('do-not-call:read')
  @ApiOperation({ summary: 'The register, the newest first' })
  @ApiPage(DoNotCallView)
  @ApiProblems(422)
  list(@Query() query: DoNotCallQuery, @Context() context: RequestContext): Promise<DoNotCallPage> {
    const { removed, ...rest } = query;
    return this.operations.call(ListDoNotCall, { ...rest, removed: removed === 'true' }, context);
  }

  @Post()
  @Permission('do-not-call:write')
  @ApiOperation({ summary: 'Register a number that is not to be called' })
  @ApiCreatedResponse({ type: DoNotCallView })
  @ApiProblems(409, 422)
  add(@Body() body: AddDoNotCallRequest, @Context() context: RequestContext): Promise<DoNotCallView> {
    return this.operations.call(AddDoNotCall, body, context);
  }

  @Delete(':id')
  @Permission('do-not-call:write')
  @ApiOperation({ summary: 'End a registration; the record stays' })
  @ApiOkResponse({ type: DoNotCallView })
  @ApiProblems(404)
  remove(@Param() path: RegistrationPath, @Context() context: RequestContext): Promise<DoNotCallView> {
    return this.operations.call(RemoveDoNotCall, path, context);
  }
}
