import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  ReachMilestone,
  ReachMilestoneRequest,
  type RequestContext,
  TickPaper,
  TickPaperRequest,
  WorkOrderView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class TickPaperBody extends OmitType(TickPaperRequest, ['number'] as const) {}

export class ReachMilestoneBody extends OmitType(ReachMilestoneRequest, ['number'] as const) {}

@ApiTags('applications')
@ApiBearerAuth()
@Controller('work-orders/:number')
export class ApplicationActController {
  constructor(private readonly operations: OperationClient) {}

  @Post('papers')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tick a paper of an application off, or take the tick back' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  tick(
    @Param() { number }: WorkOrderPath,
    @Body() body: TickPaperBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(TickPaper, { number, ...body }, context);
  }

  @Post('milestones')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A step to supply is reached (L21–L23)' })
  @ApiOkResponse({ type: WorkOrderView })
  @ApiProblems(404, 409, 422)
  reach(
    @Param() { number }: WorkOrderPath,
    @Body() body: ReachMilestoneBody,
    @Context() context: RequestContext,
  ): Promise<WorkOrderView> {
    return this.operations.call(ReachMilestone, { number, ...body }, context);
  }
}
