import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  AccountView,
  GetValueRun,
  GetValueRunRequest,
  ListAccounts,
  ListAccountsRequest,
  ListStandingChanges,
  ListStandingChangesRequest,
  ListValueRuns,
  ListValueRunsRequest,
  RecomputeCustomerValues,
  ReleaseValueTier,
  ReleaseValueTierRequest,
  type RequestContext,
  SetStanding,
  SetStandingRequest,
  StandingChange,
  type StandingChangePage,
  type ValueRunPage,
  ValueRunView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ExportOf } from '../http/export-of';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AccountPath } from './account.dto';
import { ACCOUNT_COLUMNS, STANDING_COLUMNS } from './standing-columns';

export class StandingBody extends OmitType(SetStandingRequest, ['accountNo'] as const) {}

export class ReleaseBody extends OmitType(ReleaseValueTierRequest, ['accountNo'] as const) {}

export class StandingExportQuery extends ExportOf(ListStandingChangesRequest) {}

export class AccountsExportQuery extends ExportOf(ListAccountsRequest) {}

export class ValueRunPath extends GetValueRunRequest {}

@ApiTags('customers')
@ApiBearerAuth()
@Controller()
export class StandingController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('customers/export')
  @Permission('customer:read')
  @ApiOperation({ summary: 'Accounts as a file, by the filters of GET /accounts' })
  @ApiListFile()
  exportAccounts(
    @Query() query: AccountsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListAccounts, columns: ACCOUNT_COLUMNS };
    const names = { fileName: 'customers', sheetName: { 'zh-CN': '客户', en: 'Customers' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Put('accounts/:accountNo/standing')
  @Permission('customer:grade')
  @ApiOperation({
    summary: 'Set value tier, list flag or importance by hand, with a reason',
    description:
      'Three fields, none of which changes another. A tier set by hand holds until its time, or is released.',
  })
  @ApiOkResponse({ type: AccountView })
  @ApiProblems(404, 422)
  set(
    @Param() path: AccountPath,
    @Body() body: StandingBody,
    @Context() context: RequestContext,
  ): Promise<AccountView> {
    return this.operations.call(SetStanding, { ...body, ...path }, context);
  }

  @Post('accounts/:accountNo/standing/release')
  @Permission('customer:grade')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let the policy reckon the value tier again' })
  @ApiOkResponse({ type: AccountView })
  @ApiProblems(404, 422)
  release(
    @Param() path: AccountPath,
    @Body() body: ReleaseBody,
    @Context() context: RequestContext,
  ): Promise<AccountView> {
    return this.operations.call(ReleaseValueTier, { ...body, ...path }, context);
  }

  @Get('standing-changes')
  @Permission('customer:read')
  @ApiOperation({ summary: 'Who changed which customer’s standing, when and why, the latest first' })
  @ApiPage(StandingChange)
  changes(
    @Query() query: ListStandingChangesRequest,
    @Context() context: RequestContext,
  ): Promise<StandingChangePage> {
    return this.operations.call(ListStandingChanges, query, context);
  }

  @Get('standing-changes/export')
  @Permission('customer:read')
  @ApiOperation({ summary: 'The changes as a file' })
  @ApiListFile()
  exportChanges(
    @Query() query: StandingExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListStandingChanges, columns: STANDING_COLUMNS };
    const names = { fileName: 'standing-changes', sheetName: { 'zh-CN': '等级变更', en: 'Standing' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('customer-value-runs')
  @Permission('customer:grade')
  @HttpCode(202)
  @ApiOperation({ summary: 'Reckon everybody’s tier and stage anew; it goes on in the background' })
  @ApiAcceptedResponse({ type: ValueRunView })
  @ApiProblems(409)
  recompute(@Context() context: RequestContext): Promise<ValueRunView> {
    return this.operations.call(RecomputeCustomerValues, {}, context);
  }

  @Get('customer-value-runs')
  @Permission('customer:read')
  @ApiOperation({ summary: 'Runs, the latest first' })
  @ApiPage(ValueRunView)
  runs(@Query() query: ListValueRunsRequest, @Context() context: RequestContext): Promise<ValueRunPage> {
    return this.operations.call(ListValueRuns, query, context);
  }

  @Get('customer-value-runs/:runId')
  @Permission('customer:read')
  @ApiOperation({ summary: 'How far a run is' })
  @ApiOkResponse({ type: ValueRunView })
  @ApiProblems(404)
  run(@Param() path: ValueRunPath, @Context() context: RequestContext): Promise<ValueRunView> {
    return this.operations.call(GetValueRun, path, context);
  }
}
