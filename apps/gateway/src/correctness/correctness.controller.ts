import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import {
  CorrectnessFigures,
  type CorrectnessItemPage,
  CorrectnessItemView,
  CorrectnessJudgement,
  type CorrectnessSamplePage,
  CorrectnessSampleView,
  DrawCorrectnessSample,
  DrawCorrectnessSampleRequest,
  GetCorrectnessFigures,
  GetCorrectnessFiguresRequest,
  JudgeCorrectnessItem,
  JudgeCorrectnessItemRequest,
  ListCorrectnessItems,
  ListCorrectnessItemsRequest,
  ListCorrectnessSamples,
  ListCorrectnessSamplesRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ExportOf } from '../http/export-of';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { CORRECTNESS_ITEM_COLUMNS, CORRECTNESS_SAMPLE_COLUMNS } from './correctness-columns';

export class CorrectnessItemPath extends PickType(JudgeCorrectnessItemRequest, ['itemId'] as const) {}

export class CorrectnessJudgementBody extends CorrectnessJudgement {}

export class CorrectnessSamplesExportQuery extends ExportOf(ListCorrectnessSamplesRequest) {}

export class CorrectnessItemsExportQuery extends ExportOf(ListCorrectnessItemsRequest) {}

@ApiTags('correctness')
@ApiBearerAuth()
@Controller('correctness')
export class CorrectnessController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('samples')
  @Permission('correctness:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Draw a sample of a period for judgement',
    description:
      'Once per subject and period; how many is policy (correctness). Drawn by lot from a seed, so that the draw can be repeated.',
  })
  @ApiOkResponse({ type: CorrectnessSampleView })
  @ApiProblems(409, 422)
  draw(
    @Body() body: DrawCorrectnessSampleRequest,
    @Context() context: RequestContext,
  ): Promise<CorrectnessSampleView> {
    return this.operations.call(DrawCorrectnessSample, body, context);
  }

  @Get('samples')
  @Permission('correctness:read')
  @ApiOperation({ summary: 'Samples, the newest first' })
  @ApiPage(CorrectnessSampleView)
  samples(
    @Query() query: ListCorrectnessSamplesRequest,
    @Context() context: RequestContext,
  ): Promise<CorrectnessSamplePage> {
    return this.operations.call(ListCorrectnessSamples, query, context);
  }

  @Get('samples/export')
  @Permission('correctness:read')
  @ApiOperation({ summary: 'The samples as a file' })
  @ApiListFile()
  exportSamples(
    @Query() query: CorrectnessSamplesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCorrectnessSamples, columns: CORRECTNESS_SAMPLE_COLUMNS };
    const names = { fileName: 'correctness-samples', sheetName: { 'zh-CN': '抽样', en: 'Samples' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('items')
  @Permission('correctness:read')
  @ApiOperation({ summary: 'What was drawn, and how it was judged' })
  @ApiPage(CorrectnessItemView)
  items(
    @Query() query: ListCorrectnessItemsRequest,
    @Context() context: RequestContext,
  ): Promise<CorrectnessItemPage> {
    return this.operations.call(ListCorrectnessItems, query, context);
  }

  @Get('items/export')
  @Permission('correctness:read')
  @ApiOperation({ summary: 'The items as a file' })
  @ApiListFile()
  export(
    @Query() query: CorrectnessItemsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCorrectnessItems, columns: CORRECTNESS_ITEM_COLUMNS };
    const names = { fileName: 'correctness', sheetName: { 'zh-CN': '正确率核查', en: 'Correctness' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('items/:itemId/judgement')
  @Permission('correctness:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Judge somebody else's work; the latest judgement counts, all are kept" })
  @ApiOkResponse({ type: CorrectnessItemView })
  @ApiProblems(404, 422)
  judge(
    @Param() { itemId }: CorrectnessItemPath,
    @Body() body: CorrectnessJudgementBody,
    @Context() context: RequestContext,
  ): Promise<CorrectnessItemView> {
    return this.operations.call(JudgeCorrectnessItem, { ...body, itemId }, context);
  }

  @Get('figures')
  @Permission('correctness:read')
  @ApiOperation({
    summary: 'How much was right, against 99, 95 and 98 % (art. 23(8)(9)), with the size of the sample',
  })
  @ApiOkResponse({ type: CorrectnessFigures })
  figures(
    @Query() query: GetCorrectnessFiguresRequest,
    @Context() context: RequestContext,
  ): Promise<CorrectnessFigures> {
    return this.operations.call(GetCorrectnessFigures, query, context);
  }
}
