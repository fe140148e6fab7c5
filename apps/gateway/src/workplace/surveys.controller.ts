import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CreateSurvey,
  GetSurveyResults,
  ListSurveys,
  ListSurveysRequest,
  type RequestContext,
  SurveyFields,
  type SurveyPage,
  SurveyReference,
  SurveyResults,
  SurveyView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { SURVEY_COLUMNS } from './survey-columns';

export class SurveysExportQuery extends ExportOf(ListSurveysRequest) {}

@ApiTags('surveys')
@ApiBearerAuth()
@Controller('surveys')
export class SurveysController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Surveys, the latest first' })
  @ApiPage(SurveyView)
  list(@Query() query: ListSurveysRequest, @Context() context: RequestContext): Promise<SurveyPage> {
    return this.operations.call(ListSurveys, query, context);
  }

  @Get('export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: SurveysExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListSurveys, columns: SURVEY_COLUMNS };
    const names = { fileName: 'surveys', sheetName: { 'zh-CN': '满意度调查', en: 'Surveys' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Make a satisfaction survey' })
  @ApiCreatedResponse({ type: SurveyView })
  @ApiProblems(422)
  create(@Body() body: SurveyFields, @Context() context: RequestContext): Promise<SurveyView> {
    return this.operations.call(CreateSurvey, body, context);
  }

  @Get(':surveyId/results')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Results, once it is closed and from so many answers on' })
  @ApiOkResponse({ type: SurveyResults })
  @ApiProblems(404, 422)
  results(@Param() path: SurveyReference, @Context() context: RequestContext): Promise<SurveyResults> {
    return this.operations.call(GetSurveyResults, path, context);
  }
}
