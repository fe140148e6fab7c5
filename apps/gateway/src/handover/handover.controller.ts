import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AcceptHandover,
  BeginHandover,
  CancelHandover,
  GetHandover,
  GetHandoverHistory,
  HandoverHistory,
  type HandoverPage,
  HandoverSummary,
  HandoverView,
  ListHandovers,
  ListHandoversRequest,
  NoteInHandover,
  type RequestContext,
  SendBackHandover,
  SubmitHandover,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { HANDOVER_COLUMNS } from './handover-columns';
import {
  HandoverAcceptanceBody,
  HandoverNoteBody,
  HandoverPath,
  HandoverReasonBody,
  HandoversExportQuery,
  NewHandoverBody,
} from './handover.dto';
import { KnownRelief } from './known-relief';

/** Hundreds of work orders may move. */
const ACCEPTING = { timeoutMs: 60_000 };

@ApiTags('handovers')
@ApiBearerAuth()
@Controller('handovers')
export class HandoverController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly relief: KnownRelief,
  ) {}

  @Get()
  @Permission('handover:read')
  @ApiOperation({ summary: 'Handovers, the latest first' })
  @ApiPage(HandoverSummary)
  list(@Query() query: ListHandoversRequest, @Context() context: RequestContext): Promise<HandoverPage> {
    return this.operations.call(ListHandovers, query, context);
  }

  @Get('export')
  @Permission('handover:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: HandoversExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListHandovers, columns: HANDOVER_COLUMNS };
    const names = { fileName: 'handovers', sheetName: { 'zh-CN': '交接班', en: 'Handovers' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('handover:write')
  @ApiOperation({ summary: 'Begin one’s own handover; the system fills in what is open' })
  @ApiCreatedResponse({ type: HandoverView })
  @ApiProblems(409, 422)
  async begin(@Body() body: NewHandoverBody, @Context() context: RequestContext): Promise<HandoverView> {
    await this.relief.assert(body.relief);
    return this.operations.call(BeginHandover, body, context);
  }

  @Get(':handoverId')
  @Permission('handover:read')
  @ApiOperation({ summary: 'One handover; the content of a draft is what is open now' })
  @ApiOkResponse({ type: HandoverView })
  @ApiProblems(404)
  one(@Param() path: HandoverPath, @Context() context: RequestContext): Promise<HandoverView> {
    return this.operations.call(GetHandover, path, context);
  }

  @Get(':handoverId/history')
  @Permission('handover:read')
  @ApiOperation({ summary: 'Who did what to a handover' })
  @ApiOkResponse({ type: HandoverHistory })
  @ApiProblems(404)
  history(@Param() path: HandoverPath, @Context() context: RequestContext): Promise<HandoverHistory> {
    return this.operations.call(GetHandoverHistory, path, context);
  }

  @Post(':handoverId/notes')
  @Permission('handover:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Add a note, as one of the two leaders' })
  @ApiOkResponse({ type: HandoverView })
  @ApiProblems(404, 409, 422)
  note(
    @Param() path: HandoverPath,
    @Body() body: HandoverNoteBody,
    @Context() context: RequestContext,
  ): Promise<HandoverView> {
    return this.operations.call(NoteInHandover, { ...body, ...path }, context);
  }

  @Post(':handoverId/submit')
  @Permission('handover:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Submit: what is open now is what is handed over' })
  @ApiOkResponse({ type: HandoverView })
  @ApiProblems(404, 409, 422)
  submit(@Param() path: HandoverPath, @Context() context: RequestContext): Promise<HandoverView> {
    return this.operations.call(SubmitHandover, path, context);
  }

  @Post(':handoverId/send-back')
  @Permission('handover:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send back as the relief, with a reason' })
  @ApiOkResponse({ type: HandoverView })
  @ApiProblems(404, 409, 422)
  sendBack(
    @Param() path: HandoverPath,
    @Body() body: HandoverReasonBody,
    @Context() context: RequestContext,
  ): Promise<HandoverView> {
    return this.operations.call(SendBackHandover, { ...body, ...path }, context);
  }

  @Post(':handoverId/cancel')
  @Permission('handover:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take one’s own handover back, with a reason' })
  @ApiOkResponse({ type: HandoverView })
  @ApiProblems(404, 409, 422)
  cancel(
    @Param() path: HandoverPath,
    @Body() body: HandoverReasonBody,
    @Context() context: RequestContext,
  ): Promise<HandoverView> {
    return this.operations.call(CancelHandover, { ...body, ...path }, context);
  }

  @Post(':handoverId/accept')
  @Permission('handover:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Accept as the relief: lead the shift, brief it, and take over or assign what is open',
  })
  @ApiOkResponse({ type: HandoverView })
  @ApiProblems(404, 409, 422)
  accept(
    @Param() path: HandoverPath,
    @Body() body: HandoverAcceptanceBody,
    @Context() context: RequestContext,
  ): Promise<HandoverView> {
    return this.operations.call(AcceptHandover, { ...body, ...path }, context, ACCEPTING);
  }
}
