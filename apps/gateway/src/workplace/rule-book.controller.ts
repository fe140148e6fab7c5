import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecideRule,
  DraftRule,
  DraftRuleChange,
  ListRuleReceipts,
  ListRuleReceiptsRequest,
  ListRules,
  ListRulesRequest,
  NewRule,
  type RequestContext,
  RuleDecision,
  RuleReceipt,
  type RuleReceiptPage,
  RuleReference,
  RuleText,
  type RuleVersionPage,
  RuleVersionReference,
  RuleVersionView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { RULE_COLUMNS, RULE_RECEIPT_COLUMNS } from './rule-columns';

export class RulesExportQuery extends ExportOf(ListRulesRequest) {}

export class RuleReceiptsExportQuery extends ExportOf(ListRuleReceiptsRequest) {}

@ApiTags('rule book')
@ApiBearerAuth()
@Controller()
export class RuleBookController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('rules')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Rules and workbooks, every version, the latest draft first' })
  @ApiPage(RuleVersionView)
  list(@Query() query: ListRulesRequest, @Context() context: RequestContext): Promise<RuleVersionPage> {
    return this.operations.call(ListRules, query, context);
  }

  @Get('rules/export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: RulesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListRules, columns: RULE_COLUMNS };
    const names = { fileName: 'rules', sheetName: { 'zh-CN': '规章制度', en: 'Rules' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('rules')
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Draft a new rule' })
  @ApiCreatedResponse({ type: RuleVersionView })
  @ApiProblems(409)
  draft(@Body() body: NewRule, @Context() context: RequestContext): Promise<RuleVersionView> {
    return this.operations.call(DraftRule, body, context);
  }

  @Post('rules/:code/versions')
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Draft a change of a rule: its next version' })
  @ApiCreatedResponse({ type: RuleVersionView })
  @ApiProblems(404, 409)
  change(
    @Param() path: RuleReference,
    @Body() body: RuleText,
    @Context() context: RequestContext,
  ): Promise<RuleVersionView> {
    return this.operations.call(DraftRuleChange, { ...body, ...path }, context);
  }

  @Post('rules/:code/versions/:version/decision')
  @Permission('workplace:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a draft for a day, or reject it; not by who drafted it' })
  @ApiOkResponse({ type: RuleVersionView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() path: RuleVersionReference,
    @Body() body: RuleDecision,
    @Context() context: RequestContext,
  ): Promise<RuleVersionView> {
    return this.operations.call(DecideRule, { ...body, ...path }, context);
  }

  @Get('rule-receipts')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Whom rules were handed out to, and who has acknowledged them' })
  @ApiPage(RuleReceipt)
  receipts(
    @Query() query: ListRuleReceiptsRequest,
    @Context() context: RequestContext,
  ): Promise<RuleReceiptPage> {
    return this.operations.call(ListRuleReceipts, query, context);
  }

  @Get('rule-receipts/export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  exportReceipts(
    @Query() query: RuleReceiptsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListRuleReceipts, columns: RULE_RECEIPT_COLUMNS };
    const names = { fileName: 'rule-receipts', sheetName: { 'zh-CN': '规章签收', en: 'Receipts' } };
    return this.files.of({ ...list, ...names }, query, context);
  }
}
