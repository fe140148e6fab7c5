import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  HoldLatenessInterview,
  HoldReturnInterview,
  type LatenessInterviewPage,
  LatenessInterviewView,
  ListLatenessInterviews,
  ListReturnInterviews,
  OpenInterviewFile,
  type RequestContext,
  type ReturnInterviewPage,
  ReturnInterviewView,
  ReviewLatenessInterview,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { Uploads } from '../uploads/uploads';
import { LATENESS_INTERVIEW_COLUMNS, RETURN_INTERVIEW_COLUMNS } from './attendance-columns';
import {
  InterviewBody,
  InterviewFile,
  InterviewPath,
  InterviewReviewBody,
  LatenessInterviewsExportQuery,
  LatenessInterviewsQuery,
  ReturnInterviewsExportQuery,
  ReturnInterviewsQuery,
} from './attendance.dto';
import { downloadOf } from './download-of';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller('attendance')
export class InterviewController {
  constructor(
    private readonly operations: OperationClient,
    private readonly lists: ListFiles,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Post('interview-files')
  @Permission('attendance:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'Keep a file of an interview; its key is given when the interview is recorded' })
  @ApiCreatedResponse({ type: InterviewFile })
  @ApiProblems(413, 415)
  async upload(@Req() request: FastifyRequest): Promise<InterviewFile> {
    const { key, fileName } = await this.uploads.keep(request, { folder: 'interview' });
    return { fileKey: key, fileName: (fileName ?? 'file').slice(0, 255) };
  }

  @Get('lateness-interviews')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Interviews about lateness (L260)' })
  @ApiPage(LatenessInterviewView)
  lateness(
    @Query() query: LatenessInterviewsQuery,
    @Context() context: RequestContext,
  ): Promise<LatenessInterviewPage> {
    return this.operations.call(ListLatenessInterviews, query, context);
  }

  @Get('lateness-interviews/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportLateness(
    @Query() query: LatenessInterviewsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListLatenessInterviews, columns: LATENESS_INTERVIEW_COLUMNS };
    const names = {
      fileName: 'lateness-interviews',
      sheetName: { 'zh-CN': '迟到面谈', en: 'Lateness interviews' },
    };
    return this.lists.of({ ...list, ...names }, query, context);
  }

  @Post('lateness-interviews/:interviewId/record')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record an interview that was held' })
  @ApiOkResponse({ type: LatenessInterviewView })
  @ApiProblems(404, 409, 422)
  holdLateness(
    @Param() path: InterviewPath,
    @Body() body: InterviewBody,
    @Context() context: RequestContext,
  ): Promise<LatenessInterviewView> {
    return this.operations.call(HoldLatenessInterview, { ...body, ...path }, context);
  }

  @Post('lateness-interviews/:interviewId/review')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Review an interview' })
  @ApiOkResponse({ type: LatenessInterviewView })
  @ApiProblems(404, 409, 422)
  review(
    @Param() path: InterviewPath,
    @Body() body: InterviewReviewBody,
    @Context() context: RequestContext,
  ): Promise<LatenessInterviewView> {
    return this.operations.call(ReviewLatenessInterview, { ...body, ...path }, context);
  }

  @Get('lateness-interviews/:interviewId/file')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The file of an interview' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async latenessFile(
    @Param() path: InterviewPath,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const paper = await this.operations.call(OpenInterviewFile, { ...path, kind: 'lateness' }, context);
    return downloadOf(this.files, paper);
  }

  @Get('return-interviews')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Interviews on return from sickness, due by 11:00 (L248)' })
  @ApiPage(ReturnInterviewView)
  returns(
    @Query() query: ReturnInterviewsQuery,
    @Context() context: RequestContext,
  ): Promise<ReturnInterviewPage> {
    return this.operations.call(ListReturnInterviews, query, context);
  }

  @Get('return-interviews/export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportReturns(
    @Query() query: ReturnInterviewsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListReturnInterviews, columns: RETURN_INTERVIEW_COLUMNS };
    const names = {
      fileName: 'return-interviews',
      sheetName: { 'zh-CN': '返岗面谈', en: 'Return interviews' },
    };
    return this.lists.of({ ...list, ...names }, query, context);
  }

  @Post('return-interviews/:interviewId/record')
  @Permission('attendance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record an interview that was held' })
  @ApiOkResponse({ type: ReturnInterviewView })
  @ApiProblems(404, 409, 422)
  holdReturn(
    @Param() path: InterviewPath,
    @Body() body: InterviewBody,
    @Context() context: RequestContext,
  ): Promise<ReturnInterviewView> {
    return this.operations.call(HoldReturnInterview, { ...body, ...path }, context);
  }

  @Get('return-interviews/:interviewId/file')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The file of an interview' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  async returnFile(
    @Param() path: InterviewPath,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const paper = await this.operations.call(OpenInterviewFile, { ...path, kind: 'return' }, context);
    return downloadOf(this.files, paper);
  }
}
