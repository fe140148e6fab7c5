import { Controller, Get, HttpCode, Inject, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetIdentityKeys,
  type IdentityAuditPage,
  IdentityAuditRow,
  IdentityKeys,
  ListIdentityAudit,
  ListIdentityAuditRequest,
  type RequestContext,
  RotateIdentityKeys,
} from '@switchyard/contracts';
import { CLOCK, type Clock, OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { EXPORT_PAGE, exportList } from '../http/export-list';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AUDIT_COLUMNS } from './anonymity-columns';
import { IdentityAuditExportQuery } from './anonymity.dto';

/** A request for all batches at once. */
const ROTATION = { timeoutMs: 120_000 };

@ApiTags('identities')
@ApiBearerAuth()
@Controller()
export class IdentityAuditController {
  constructor(
    private readonly operations: OperationClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('identity-audit')
  @Permission('identity:audit')
  @ApiOperation({ summary: 'Who kept, asked for, approved, refused and read identities, the latest first' })
  @ApiPage(IdentityAuditRow)
  list(
    @Query() query: ListIdentityAuditRequest,
    @Context() context: RequestContext,
  ): Promise<IdentityAuditPage> {
    return this.operations.call(ListIdentityAudit, query, context);
  }

  @Get('identity-audit/export')
  @Permission('identity:audit')
  @ApiOperation({ summary: 'The audit as a file; nothing of an identity is in it' })
  @ApiListFile()
  export(
    @Query() query: IdentityAuditExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { format, language, ...filters } = query;
    return exportList({
      ...{ format, language, fileName: 'identity-audit', columns: AUDIT_COLUMNS },
      sheetName: { 'zh-CN': '身份查阅审计', en: 'Identity audit' },
      page: (cursor) =>
        this.operations.call(ListIdentityAudit, { ...filters, limit: EXPORT_PAGE, cursor }, context),
      ...{ now: this.clock.now(), context },
    });
  }

  @Get('identity-keys')
  @Permission('identity:audit')
  @ApiOperation({ summary: 'Which keys are configured, and how many identities need each' })
  @ApiOkResponse({ type: IdentityKeys })
  keys(@Context() context: RequestContext): Promise<IdentityKeys> {
    return this.operations.call(GetIdentityKeys, {}, context);
  }

  @Post('identity-keys/rotation')
  @Permission('identity:audit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Encrypt again by the current key now what older keys hold' })
  @ApiOkResponse({ type: IdentityKeys })
  @ApiProblems(422)
  rotate(@Context() context: RequestContext): Promise<IdentityKeys> {
    return this.operations.call(RotateIdentityKeys, {}, context, ROTATION);
  }
}
