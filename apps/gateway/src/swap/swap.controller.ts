import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DecideSwap,
  GetSwap,
  ListSwaps,
  type RequestContext,
  SwapDetails,
  type SwapPage,
  SwapView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { SWAP_COLUMNS } from './swap-columns';
import { SwapDecisionBody, SwapPath, SwapsExportQuery, SwapsQuery } from './swap.dto';

@ApiTags('swaps')
@ApiBearerAuth()
@Controller('swaps')
export class SwapController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('attendance:read')
  @ApiOperation({ summary: 'Swaps, the newest first; what waits for the head by `state=consented`' })
  @ApiPage(SwapView)
  list(@Query() query: SwapsQuery, @Context() context: RequestContext): Promise<SwapPage> {
    return this.operations.call(ListSwaps, query, context);
  }

  @Get('export')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  export(@Query() query: SwapsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListSwaps, columns: SWAP_COLUMNS };
    const names = { fileName: 'swaps', sheetName: { 'zh-CN': '替换班', en: 'Swaps' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get(':swapId')
  @Permission('attendance:read')
  @ApiOperation({ summary: 'A swap with its history' })
  @ApiOkResponse({ type: SwapDetails })
  @ApiProblems(404)
  get(@Param() path: SwapPath, @Context() context: RequestContext): Promise<SwapDetails> {
    return this.operations.call(GetSwap, path, context);
  }

  @Post(':swapId/decision')
  @Permission('leave:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve or refuse; with an approval the shifts change hands, all or none' })
  @ApiOkResponse({ type: SwapView })
  @ApiProblems(404, 409, 422)
  decide(
    @Param() path: SwapPath,
    @Body() body: SwapDecisionBody,
    @Context() context: RequestContext,
  ): Promise<SwapView> {
    return this.operations.call(DecideSwap, { ...body, ...path }, context);
  }
}
