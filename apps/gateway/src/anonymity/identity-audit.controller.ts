import { Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
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
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
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
    private readonly files: ListFiles,
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
    const list = { operation: ListIdentityAudit, columns: AUDIT_COLUMNS };
    const names = {
      fileName: 'identity-audit',
      sheetName: { 'zh-CN': '身份查阅审计', en: 'Identity audit' },
    };
    return this.files.of({ ...list, ...names }, query, context);
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
