import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListRosterWishes,
  ListShiftTemplates,
  ListShiftTemplatesRequest,
  ListWorkPatterns,
  ListWorkPatternsRequest,
  type RequestContext,
  type RosterWishPage,
  RosterWishView,
  SetShiftTemplate,
  SetWorkPattern,
  type ShiftTemplatePage,
  ShiftTemplateView,
  type WorkPatternPage,
  WorkPatternView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ROSTER_WISH_COLUMNS } from './roster-columns';
import {
  RosterWishesExportQuery,
  RosterWishesQuery,
  ShiftTemplateBody,
  ShiftTemplatePath,
  WorkPatternBody,
  WorkPatternPath,
} from './roster.dto';

/** What rosters are made of: templates, patterns, wishes. */
@ApiTags('rosters')
@ApiBearerAuth()
@Controller()
export class ShiftTemplateController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('shift-templates')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Shift templates, the latest version of each' })
  @ApiPage(ShiftTemplateView)
  templates(
    @Query() query: ListShiftTemplatesRequest,
    @Context() context: RequestContext,
  ): Promise<ShiftTemplatePage> {
    return this.operations.call(ListShiftTemplates, query, context);
  }

  @Put('shift-templates/:code')
  @Permission('roster:publish')
  @ApiOperation({ summary: 'Set a shift template: a new version; shifts that were told keep theirs' })
  @ApiOkResponse({ type: ShiftTemplateView })
  @ApiProblems(422)
  setTemplate(
    @Param() path: ShiftTemplatePath,
    @Body() body: ShiftTemplateBody,
    @Context() context: RequestContext,
  ): Promise<ShiftTemplateView> {
    return this.operations.call(SetShiftTemplate, { ...body, ...path }, context);
  }

  @Get('work-patterns')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Work patterns, such as two on, two off' })
  @ApiPage(WorkPatternView)
  patterns(
    @Query() query: ListWorkPatternsRequest,
    @Context() context: RequestContext,
  ): Promise<WorkPatternPage> {
    return this.operations.call(ListWorkPatterns, query, context);
  }

  @Put('work-patterns/:code')
  @Permission('roster:publish')
  @ApiOperation({ summary: 'Set a work pattern: a new version' })
  @ApiOkResponse({ type: WorkPatternView })
  @ApiProblems(422)
  setPattern(
    @Param() path: WorkPatternPath,
    @Body() body: WorkPatternBody,
    @Context() context: RequestContext,
  ): Promise<WorkPatternView> {
    return this.operations.call(SetWorkPattern, { ...body, ...path }, context);
  }

  @Get('roster-wishes')
  @Permission('roster:read')
  @ApiOperation({ summary: 'What staff wish for, by day' })
  @ApiPage(RosterWishView)
  wishes(@Query() query: RosterWishesQuery, @Context() context: RequestContext): Promise<RosterWishPage> {
    return this.operations.call(ListRosterWishes, query, context);
  }

  @Get('roster-wishes/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'The wishes as a file' })
  @ApiListFile()
  exportWishes(
    @Query() query: RosterWishesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const names = { fileName: 'roster-wishes', sheetName: { 'zh-CN': '排班愿望', en: 'Wishes' } };
    const list = { operation: ListRosterWishes, columns: ROSTER_WISH_COLUMNS, ...names };
    return this.files.of(list, query, context);
  }
}
