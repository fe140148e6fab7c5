import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecideIdentityReading,
  type IdentityReadingPage,
  IdentityReadingView,
  ListIdentityReadings,
  ListIdentityReadingsRequest,
  ReadIdentity,
  ReadIdentityReply,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { NoIdempotency } from '../idempotency/no-idempotency.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { READING_COLUMNS } from './anonymity-columns';
import { ReadingDecisionBody, ReadingPath, ReadingsExportQuery } from './anonymity.dto';

@ApiTags('identities')
@ApiBearerAuth()
@Controller('identity-readings')
export class IdentityReadingController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('identity:read')
  @ApiOperation({ summary: 'Requests to read identities, the latest first' })
  @ApiPage(IdentityReadingView)
  list(
    @Query() query: ListIdentityReadingsRequest,
    @Context() context: RequestContext,
  ): Promise<IdentityReadingPage> {
    return this.operations.call(ListIdentityReadings, query, context);
  }

  @Get('export')
  @Permission('identity:audit')
  @ApiOperation({ summary: 'Requests as a file; nothing of an identity is in it' })
  @ApiListFile()
  export(@Query() query: ReadingsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListIdentityReadings, columns: READING_COLUMNS };
    const names = {
      fileName: 'identity-readings',
      sheetName: { 'zh-CN': '身份查阅申请', en: 'Identity readings' },
    };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post(':requestId/approve')
  @Permission('identity:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a reading by somebody else, with a reason' })
  @ApiOkResponse({ type: IdentityReadingView })
  @ApiProblems(404, 409, 422)
  approve(
    @Param() path: ReadingPath,
    @Body() body: ReadingDecisionBody,
    @Context() context: RequestContext,
  ): Promise<IdentityReadingView> {
    return this.operations.call(DecideIdentityReading, { ...body, ...path, decision: 'approve' }, context);
  }

  @Post(':requestId/refuse')
  @Permission('identity:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse a reading, with a reason' })
  @ApiOkResponse({ type: IdentityReadingView })
  @ApiProblems(404, 409, 422)
  refuse(
    @Param() path: ReadingPath,
    @Body() body: ReadingDecisionBody,
    @Context() context: RequestContext,
  ): Promise<IdentityReadingView> {
    return this.operations.call(DecideIdentityReading, { ...body, ...path, decision: 'refuse' }, context);
  }

  @Post(':requestId/withdraw')
  @Permission('identity:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a request of one’s own' })
  @ApiOkResponse({ type: IdentityReadingView })
  @ApiProblems(404, 409, 422)
  withdraw(
    @Param() path: ReadingPath,
    @Body() body: ReadingDecisionBody,
    @Context() context: RequestContext,
  ): Promise<IdentityReadingView> {
    return this.operations.call(DecideIdentityReading, { ...body, ...path, decision: 'withdraw' }, context);
  }

  @Post(':requestId/read')
  @Permission('identity:read')
  @HttpCode(200)
  @NoIdempotency()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Read the identity: once, by who asked, while the approval holds',
    description:
      'The reading is used up and audited with the answer. An answer that is lost needs a new request.',
  })
  @ApiOkResponse({ type: ReadIdentityReply })
  @ApiProblems(404, 409, 422)
  read(@Param() path: ReadingPath, @Context() context: RequestContext): Promise<ReadIdentityReply> {
    return this.operations.call(ReadIdentity, path, context);
  }
}
