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
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AssignQualityItem,
  CheckQualitySample,
  DrawQualitySample,
  GetQualityItem,
  GetQualitySample,
  ListQualityFrame,
  ListQualityItems,
  ListQualityItemsRequest,
  ListQualitySamples,
  ListQualitySamplesRequest,
  QualityFrameCall,
  type QualityFramePage,
  type QualityItemPage,
  QualityItemReference,
  QualityItemView,
  QualitySampleCheck,
  QualitySampleDetail,
  type QualitySamplePage,
  QualitySampleReference,
  QualitySampleView,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { FRAME_COLUMNS, ITEM_COLUMNS, SAMPLE_COLUMNS } from './quality-columns';
import {
  FrameExportQuery,
  FrameQuery,
  ItemInspectorBody,
  QualityItemsExportQuery,
  QualitySamplesExportQuery,
} from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality')
export class QualitySampleController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('samples')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Days whose calls were drawn, the latest first' })
  @ApiPage(QualitySampleView)
  samples(
    @Query() query: ListQualitySamplesRequest,
    @Context() context: RequestContext,
  ): Promise<QualitySamplePage> {
    return this.operations.call(ListQualitySamples, query, context);
  }

  @Get('samples/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportSamples(
    @Query() query: QualitySamplesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListQualitySamples, columns: SAMPLE_COLUMNS, fileName: 'quality-samples' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '抽样记录', en: 'Draws' } }, query, context);
  }

  @Get('samples/:day')
  @Permission('quality:write')
  @ApiOperation({ summary: 'A day’s draw: seed, rule, strata and people, so that it can be drawn again' })
  @ApiOkResponse({ type: QualitySampleDetail })
  @ApiProblems(404)
  sample(
    @Param() path: QualitySampleReference,
    @Context() context: RequestContext,
  ): Promise<QualitySampleDetail> {
    return this.operations.call(GetQualitySample, path, context);
  }

  @Post('samples/:day')
  @Permission('quality:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Draw a day by hand',
    description:
      'The daily draw does it by itself (policy quality: sampling.atHour), and catches up what was missed.',
  })
  @ApiOkResponse({ type: QualitySampleDetail })
  @ApiProblems(409, 422, 503)
  draw(
    @Param() path: QualitySampleReference,
    @Context() context: RequestContext,
  ): Promise<QualitySampleDetail> {
    return this.operations.call(DrawQualitySample, path, context);
  }

  @Get('samples/:day/check')
  @Permission('quality:write')
  @ApiOperation({ summary: 'Draw a day again from the stored frame, seed and rule, and compare' })
  @ApiOkResponse({ type: QualitySampleCheck })
  @ApiProblems(404)
  check(
    @Param() path: QualitySampleReference,
    @Context() context: RequestContext,
  ): Promise<QualitySampleCheck> {
    return this.operations.call(CheckQualitySample, path, context);
  }

  @Get('samples/:day/frame')
  @Permission('quality:write')
  @ApiOperation({ summary: 'Every recording of a day that could have been drawn' })
  @ApiPage(QualityFrameCall)
  @ApiProblems(404)
  frame(
    @Param() { day }: QualitySampleReference,
    @Query() query: FrameQuery,
    @Context() context: RequestContext,
  ): Promise<QualityFramePage> {
    return this.operations.call(ListQualityFrame, { ...query, day }, context);
  }

  @Get('samples/:day/frame/export')
  @Permission('quality:write')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportFrame(
    @Param() { day }: QualitySampleReference,
    @Query() query: FrameExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListQualityFrame, columns: FRAME_COLUMNS, fileName: `quality-frame-${day}` };
    return this.files.of(
      { ...list, sheetName: { 'zh-CN': '抽样框', en: 'Frame' } },
      { ...query, day },
      context,
    );
  }

  @Get('items')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Drawn calls, the latest day first' })
  @ApiPage(QualityItemView)
  items(
    @Query() query: ListQualityItemsRequest,
    @Context() context: RequestContext,
  ): Promise<QualityItemPage> {
    return this.operations.call(ListQualityItems, query, context);
  }

  @Get('items/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Drawn calls as a file' })
  @ApiListFile()
  exportItems(
    @Query() query: QualityItemsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListQualityItems, columns: ITEM_COLUMNS, fileName: 'quality-items' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '质检抽样', en: 'Drawn calls' } }, query, context);
  }

  @Get('items/:itemId')
  @Permission('quality:read')
  @ApiOperation({
    summary: 'A drawn call',
    description: 'Its sound is under /recordings/{recordingId}/sound, and every hearing is in the audit.',
  })
  @ApiOkResponse({ type: QualityItemView })
  @ApiProblems(404)
  item(@Param() path: QualityItemReference, @Context() context: RequestContext): Promise<QualityItemView> {
    return this.operations.call(GetQualityItem, path, context);
  }

  @Put('items/:itemId/inspector')
  @Permission('quality:write')
  @ApiOperation({ summary: 'Give an open call to another inspector' })
  @ApiOkResponse({ type: QualityItemView })
  @ApiProblems(404, 422)
  assign(
    @Param() { itemId }: QualityItemReference,
    @Body() body: ItemInspectorBody,
    @Context() context: RequestContext,
  ): Promise<QualityItemView> {
    return this.operations.call(AssignQualityItem, { ...body, itemId }, context);
  }
}
