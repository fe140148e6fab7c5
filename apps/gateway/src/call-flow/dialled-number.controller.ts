import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DialledNumberList,
  DialledNumberView,
  ListDialledNumbers,
  RemoveDialledNumber,
  type RequestContext,
  RouteDialledNumber,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { DialledNumberBody, DialledNumberPath } from './call-flow.dto';

@ApiTags('call-flows')
@ApiBearerAuth()
@Controller('dialled-numbers')
export class DialledNumberController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('flow:read')
  @ApiOperation({ summary: 'Which dialled number leads to which call flow and desk' })
  @ApiOkResponse({ type: DialledNumberList })
  list(@Context() context: RequestContext): Promise<DialledNumberList> {
    return this.operations.call(ListDialledNumbers, {}, context);
  }

  @Put(':dialled')
  @Permission('flow:publish')
  @ApiOperation({
    summary: 'Lead a dialled number to a call flow and desk, for calls that begin from now on',
  })
  @ApiOkResponse({ type: DialledNumberView })
  @ApiProblems(404, 422)
  route(
    @Param() path: DialledNumberPath,
    @Body() body: DialledNumberBody,
    @Context() context: RequestContext,
  ): Promise<DialledNumberView> {
    return this.operations.call(RouteDialledNumber, { ...path, ...body }, context);
  }

  @Delete(':dialled')
  @Permission('flow:publish')
  @ApiOperation({ summary: 'Lead a dialled number where `*` leads' })
  @ApiOkResponse({ type: DialledNumberView })
  @ApiProblems(404)
  remove(@Param() path: DialledNumberPath, @Context() context: RequestContext): Promise<DialledNumberView> {
    return this.operations.call(RemoveDialledNumber, path, context);
  }
}
