import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ActOnVacancy,
  GetVacancy,
  ListVacancies,
  ListVacanciesRequest,
  type RequestContext,
  RequestVacancy,
  RequestVacancyRequest,
  VacancyActFields,
  type VacancyPage,
  VacancyReference,
  VacancyView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { VACANCY_COLUMNS } from './hiring-columns';

export class VacancyBody extends RequestVacancyRequest {}
export class VacancyPath extends VacancyReference {}
export class VacancyActBody extends VacancyActFields {}
export class VacanciesExportQuery extends ExportOf(ListVacanciesRequest) {}

@ApiTags('hiring')
@ApiBearerAuth()
@Controller('vacancies')
export class VacancyController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post()
  @Permission('hiring:write')
  @ApiOperation({ summary: 'Ask for heads' })
  @ApiCreatedResponse({ type: VacancyView })
  @ApiProblems(422)
  request(@Body() body: VacancyBody, @Context() context: RequestContext): Promise<VacancyView> {
    return this.operations.call(RequestVacancy, body, context);
  }

  @Get()
  @Permission('hiring:read')
  @ApiOperation({ summary: 'Vacancies, the newest first' })
  @ApiPage(VacancyView)
  list(@Query() query: ListVacanciesRequest, @Context() context: RequestContext): Promise<VacancyPage> {
    return this.operations.call(ListVacancies, query, context);
  }

  @Get('export')
  @Permission('hiring:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  export(@Query() query: VacanciesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListVacancies, columns: VACANCY_COLUMNS };
    const names = { fileName: 'vacancies', sheetName: { 'zh-CN': '招聘需求', en: 'Vacancies' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get(':vacancyId')
  @Permission('hiring:read')
  @ApiOperation({ summary: 'One vacancy' })
  @ApiOkResponse({ type: VacancyView })
  @ApiProblems(404)
  one(@Param() path: VacancyPath, @Context() context: RequestContext): Promise<VacancyView> {
    return this.operations.call(GetVacancy, path, context);
  }

  @Post(':vacancyId/acts')
  @Permission('hiring:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve or refuse (somebody else than who asked), open to candidates, close' })
  @ApiOkResponse({ type: VacancyView })
  @ApiProblems(404, 409, 422)
  act(
    @Param() path: VacancyPath,
    @Body() body: VacancyActBody,
    @Context() context: RequestContext,
  ): Promise<VacancyView> {
    return this.operations.call(ActOnVacancy, { ...body, ...path }, context);
  }
}
