import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  ListWorkOrderKinds,
  ListWorkOrderKindVersions,
  type RequestContext,
  SetWorkOrderKind,
  SetWorkOrderKindRequest,
  WorkOrderKindRequest,
  WorkOrderKinds,
  WorkOrderKindView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class KindPath extends WorkOrderKindRequest {}

export class KindVersionBody extends OmitType(SetWorkOrderKindRequest, ['kind'] as const) {}

@ApiTags('work orders')
@ApiBearerAuth()
@Controller('work-order-kinds')
export class WorkOrderKindController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Kinds in force: fields, stages and what leads from one to another' })
  @ApiOkResponse({ type: WorkOrderKinds })
  inForce(@Context() context: RequestContext): Promise<WorkOrderKinds> {
    return this.operations.call(ListWorkOrderKinds, {}, context);
  }

  @Get(':kind/versions')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Versions of a kind, the newest first' })
  @ApiOkResponse({ type: WorkOrderKinds })
  versions(@Param() path: KindPath, @Context() context: RequestContext): Promise<WorkOrderKinds> {
    return this.operations.call(ListWorkOrderKindVersions, path, context);
  }

  @Post(':kind/versions')
  @Permission('policy:write')
  @ApiOperation({
    summary: 'Add a version for work orders to come',
    description: 'What is open keeps the version that it was opened with.',
  })
  @ApiCreatedResponse({ type: WorkOrderKindView })
  @ApiProblems(409, 422)
  set(
    @Param() { kind }: KindPath,
    @Body() body: KindVersionBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderKindView> {
    return this.operations.call(SetWorkOrderKind, { kind, ...body }, context);
  }
}
