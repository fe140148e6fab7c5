import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CheckRoster,
  GetRoster,
  ImportedRoster,
  ImportRoster,
  ListRosterEntries,
  ListRosterRows,
  type RequestContext,
  type RosterEntryPage,
  RosterEntryView,
  type RosterRowPage,
  RosterRowView,
  RosterView,
  type RosterViolationPage,
  RosterViolationView,
  SaveRoster,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsTable } from '../uploads/accepts-table.decorator';
import { Uploads } from '../uploads/uploads';
import { ROSTER_ENTRY_COLUMNS, ROSTER_VIOLATION_COLUMNS, rosterRowColumns } from './roster-columns';
import {
  RosterEntriesBody,
  RosterEntriesExportQuery,
  RosterEntriesQuery,
  RosterImportQuery,
  RosterPath,
  RosterRowsExportQuery,
  RosterRowsQuery,
  RosterViolationsExportQuery,
  RosterViolationsQuery,
} from './roster.dto';
import { WHOLE_MONTH } from './whole-month';

/** What stands in a roster: the shifts of its people, and what they violate. */
@ApiTags('rosters')
@ApiBearerAuth()
@Controller('rosters')
export class RosterContentController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly uploads: Uploads,
  ) {}

  @Patch(':rosterId/entries')
  @Permission('roster:write')
  @ApiOperation({
    summary: 'Save days of people into a draft',
    description:
      'Days that are not named stay as they are, with `replaceAll` they are emptied. A draft may violate rules.',
  })
  @ApiOkResponse({ type: RosterView })
  @ApiProblems(404, 409, 422)
  save(
    @Param() path: RosterPath,
    @Body() body: RosterEntriesBody,
    @Context() context: RequestContext,
  ): Promise<RosterView> {
    return this.operations.call(SaveRoster, { ...body, ...path }, context, WHOLE_MONTH);
  }

  @Get(':rosterId/entries')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Its shifts, by day then staff number' })
  @ApiPage(RosterEntryView)
  @ApiProblems(404)
  entries(
    @Param() path: RosterPath,
    @Query() query: RosterEntriesQuery,
    @Context() context: RequestContext,
  ): Promise<RosterEntryPage> {
    return this.operations.call(ListRosterEntries, { ...query, ...path }, context);
  }

  @Get(':rosterId/entries/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'Its shifts as a file, a line each' })
  @ApiListFile()
  @ApiProblems(404)
  exportEntries(
    @Param() path: RosterPath,
    @Query() query: RosterEntriesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const names = { fileName: 'roster-shifts', sheetName: { 'zh-CN': '班次', en: 'Shifts' } };
    const list = { operation: ListRosterEntries, columns: ROSTER_ENTRY_COLUMNS, ...names };
    return this.files.of(list, { ...query, ...path }, context);
  }

  @Get(':rosterId/rows')
  @Permission('roster:read')
  @ApiOperation({ summary: 'The grid: people down, days across' })
  @ApiPage(RosterRowView)
  @ApiProblems(404)
  rows(
    @Param() path: RosterPath,
    @Query() query: RosterRowsQuery,
    @Context() context: RequestContext,
  ): Promise<RosterRowPage> {
    return this.operations.call(ListRosterRows, { ...query, ...path }, context, WHOLE_MONTH);
  }

  @Get(':rosterId/rows/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'The grid as a file; filled in, `imports` takes it back' })
  @ApiListFile()
  @ApiProblems(404)
  async exportRows(
    @Param() path: RosterPath,
    @Query() query: RosterRowsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const { month } = await this.operations.call(GetRoster, path, context);
    const names = { fileName: `roster-${month}`, sheetName: { 'zh-CN': '排班表', en: 'Roster' } };
    const list = { operation: ListRosterRows, columns: rosterRowColumns(month), ...names };
    return this.files.of(list, { ...query, ...path }, context);
  }

  @Post(':rosterId/imports')
  @Permission('roster:write')
  @HttpCode(200)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Take the grid from a CSV or XLSX file into a draft',
    description:
      'A column 工号 (staff number) and columns named by days (2026-12-01, 12-01, 1 or 1日). Cells hold codes or names of ' +
      'shift templates, `*` behind reserve and `+` behind overtime; empty is off. What is not understood is told, and stays.',
  })
  @ApiOkResponse({ type: ImportedRoster })
  @ApiProblems(404, 409, 413, 415, 422)
  import(
    @Param() path: RosterPath,
    @Query() { revision }: RosterImportQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<ImportedRoster> {
    return this.uploads.keepFor(request, { folder: 'imports' }, ({ key }) =>
      this.operations.call(ImportRoster, { ...path, revision, fileKey: key }, context, WHOLE_MONTH),
    );
  }

  @Get(':rosterId/violations')
  @Permission('roster:read')
  @ApiOperation({
    summary: 'What it violates now, explained; the hard first',
    description: 'Hard ones refuse publishing, soft ones need a reason. The policy `roster` has the numbers.',
  })
  @ApiPage(RosterViolationView)
  @ApiProblems(404)
  violations(
    @Param() path: RosterPath,
    @Query() query: RosterViolationsQuery,
    @Context() context: RequestContext,
  ): Promise<RosterViolationPage> {
    return this.operations.call(CheckRoster, { ...query, ...path }, context, WHOLE_MONTH);
  }

  @Get(':rosterId/violations/export')
  @Permission('roster:read')
  @ApiOperation({ summary: 'What it violates, as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportViolations(
    @Param() path: RosterPath,
    @Query() query: RosterViolationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const names = { fileName: 'roster-violations', sheetName: { 'zh-CN': '排班问题', en: 'Violations' } };
    const list = { operation: CheckRoster, columns: ROSTER_VIOLATION_COLUMNS, ...names };
    return this.files.of(list, { ...query, ...path }, context);
  }
}
