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
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CancelSitting,
  type ExamPage,
  ExamView,
  GetSitting,
  ListExams,
  ListExamsRequest,
  ListSittings,
  ListSittingsRequest,
  OpenResit,
  OpenSitting,
  ReleaseSitting,
  type RequestContext,
  SaveExam,
  SittingDetail,
  type SittingPage,
  SittingView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { SITTING_COLUMNS } from './exam-columns';
import {
  ExamBody,
  ExamPath,
  ExamResitBody,
  ExamSittingBody,
  ExamSittingPath,
  ExamSittingsExportQuery,
} from './exam.dto';

@ApiTags('exams')
@ApiBearerAuth()
@Controller('exams')
export class ExamController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('training:read')
  @ApiOperation({ summary: 'Exams, the latest first' })
  @ApiPage(ExamView)
  list(@Query() query: ListExamsRequest, @Context() context: RequestContext): Promise<ExamPage> {
    return this.operations.call(ListExams, query, context);
  }

  @Put(':examId')
  @Permission('training:write')
  @ApiOperation({
    summary: 'Add or change an exam: its blueprint says what a paper is drawn by',
    description: 'Refused when the bank cannot fill it. Sittings that were made stay as they are.',
  })
  @ApiOkResponse({ type: ExamView })
  @ApiProblems(404, 409, 422)
  save(
    @Param() path: ExamPath,
    @Body() body: ExamBody,
    @Context() context: RequestContext,
  ): Promise<ExamView> {
    return this.operations.call(SaveExam, { ...body, ...path }, context);
  }

  @Post(':examId/sittings')
  @Permission('training:write')
  @ApiOperation({ summary: 'Make a sitting: when, for whom, how many starts' })
  @ApiCreatedResponse({ type: SittingView })
  @ApiProblems(404, 422)
  open(
    @Param() path: ExamPath,
    @Body() body: ExamSittingBody,
    @Context() context: RequestContext,
  ): Promise<SittingView> {
    return this.operations.call(OpenSitting, { ...body, ...path }, context);
  }

  @Get('sittings')
  @Permission('training:read')
  @ApiOperation({ summary: 'Sittings, the latest first' })
  @ApiPage(SittingView)
  sittings(@Query() query: ListSittingsRequest, @Context() context: RequestContext): Promise<SittingPage> {
    return this.operations.call(ListSittings, query, context);
  }

  @Get('sittings/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The sittings as a file' })
  @ApiListFile()
  exportSittings(
    @Query() query: ExamSittingsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListSittings, columns: SITTING_COLUMNS };
    const names = { fileName: 'exam-sittings', sheetName: { 'zh-CN': '考试场次', en: 'Sittings' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('sittings/:sittingId')
  @Permission('training:read')
  @ApiOperation({ summary: 'One sitting, how far it is, and who is on its list' })
  @ApiOkResponse({ type: SittingDetail })
  @ApiProblems(404)
  sitting(@Param() path: ExamSittingPath, @Context() context: RequestContext): Promise<SittingDetail> {
    return this.operations.call(GetSitting, path, context);
  }

  @Post('sittings/:sittingId/cancellation')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a sitting that nobody has started' })
  @ApiOkResponse({ type: SittingView })
  @ApiProblems(404, 409)
  cancel(@Param() path: ExamSittingPath, @Context() context: RequestContext): Promise<SittingView> {
    return this.operations.call(CancelSitting, path, context);
  }

  @Post('sittings/:sittingId/release')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Show everybody their result and the keys',
    description: 'After the sitting has ended and everything is marked; courses are completed by it.',
  })
  @ApiOkResponse({ type: SittingView })
  @ApiProblems(404, 409, 422)
  release(@Param() path: ExamSittingPath, @Context() context: RequestContext): Promise<SittingView> {
    return this.operations.call(ReleaseSitting, path, context, { timeoutMs: 60_000 });
  }

  @Post('sittings/:sittingId/resit')
  @Permission('training:write')
  @ApiOperation({ summary: 'A resit for who failed or did not come, as often as the policy `exam` allows' })
  @ApiCreatedResponse({ type: SittingView })
  @ApiProblems(404, 409, 422)
  resit(
    @Param() path: ExamSittingPath,
    @Body() body: ExamResitBody,
    @Context() context: RequestContext,
  ): Promise<SittingView> {
    return this.operations.call(OpenResit, { ...body, ...path }, context);
  }
}
