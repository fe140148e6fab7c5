import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeNotice,
  AcknowledgeRule,
  ListOwnNotices,
  ListOwnRules,
  NoticeReference,
  OwnNotice,
  type OwnNoticePage,
  OwnNoticesRequest,
  OwnRule,
  type OwnRulePage,
  OwnRulesRequest,
  type RequestContext,
  RuleReceipt,
  RuleVersionReference,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../../access/permission.decorator';
import { ApiPage } from '../../openapi/api-page.decorator';
import { ApiProblems } from '../../openapi/api-problems.decorator';
import { Context } from '../../request-context/context.decorator';

@ApiTags('my workplace')
@ApiBearerAuth()
@Controller('me')
export class OwnReadingController {
  constructor(private readonly operations: OperationClient) {}

  @Get('notices')
  @Permission('self:read')
  @ApiOperation({ summary: 'What the notice board shows to one, pinned ones first' })
  @ApiPage(OwnNotice)
  notices(@Query() query: OwnNoticesRequest, @Context() context: RequestContext): Promise<OwnNoticePage> {
    return this.operations.call(ListOwnNotices, query, context);
  }

  @Post('notices/:noticeId/acknowledgement')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A notice was read' })
  @ApiOkResponse({ type: OwnNotice })
  @ApiProblems(404)
  acknowledge(@Param() path: NoticeReference, @Context() context: RequestContext): Promise<OwnNotice> {
    return this.operations.call(AcknowledgeNotice, path, context);
  }

  @Get('rules')
  @Permission('self:read')
  @ApiOperation({ summary: 'Rules in force that were handed out to one' })
  @ApiPage(OwnRule)
  rules(@Query() query: OwnRulesRequest, @Context() context: RequestContext): Promise<OwnRulePage> {
    return this.operations.call(ListOwnRules, query, context);
  }

  @Post('rules/:code/versions/:version/acknowledgement')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A version of a rule was read' })
  @ApiOkResponse({ type: RuleReceipt })
  @ApiProblems(422)
  acknowledgeRule(
    @Param() path: RuleVersionReference,
    @Context() context: RequestContext,
  ): Promise<RuleReceipt> {
    return this.operations.call(AcknowledgeRule, path, context);
  }
}
