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
  CalibrationDetail,
  type CalibrationPage,
  CalibrationReference,
  CalibrationView,
  CloseCalibration,
  EnterCalibration,
  GetCalibration,
  ListCalibrations,
  ListCalibrationsRequest,
  OpenCalibration,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { CALIBRATION_COLUMNS } from './quality-columns';
import { CalibrationBody, CalibrationMarksBody, CalibrationsExportQuery } from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality/calibrations')
export class CalibrationController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post()
  @Permission('quality:write')
  @ApiOperation({ summary: 'Invite inspectors to score one recording blind' })
  @ApiCreatedResponse({ type: CalibrationDetail })
  @ApiProblems(422, 503)
  open(@Body() body: CalibrationBody, @Context() context: RequestContext): Promise<CalibrationDetail> {
    return this.operations.call(OpenCalibration, body, context, { timeoutMs: 20_000 });
  }

  @Get()
  @Permission('quality:write')
  @ApiOperation({ summary: 'Calibration sessions, the latest first' })
  @ApiPage(CalibrationView)
  list(
    @Query() query: ListCalibrationsRequest,
    @Context() context: RequestContext,
  ): Promise<CalibrationPage> {
    return this.operations.call(ListCalibrations, query, context);
  }

  @Get('export')
  @Permission('quality:write')
  @ApiOperation({ summary: 'Calibration sessions as a file' })
  @ApiListFile()
  export(
    @Query() query: CalibrationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCalibrations, columns: CALIBRATION_COLUMNS, fileName: 'calibrations' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '校准', en: 'Calibrations' } }, query, context);
  }

  @Get(':calibrationId')
  @Permission('quality:write')
  @ApiOperation({
    summary: 'A session: the own entry while it is open, spread and agreement when it is closed',
  })
  @ApiOkResponse({ type: CalibrationDetail })
  @ApiProblems(404)
  get(@Param() path: CalibrationReference, @Context() context: RequestContext): Promise<CalibrationDetail> {
    return this.operations.call(GetCalibration, path, context);
  }

  @Put(':calibrationId/marks')
  @Permission('quality:write')
  @ApiOperation({ summary: 'Score the call of a session, without seeing what others gave' })
  @ApiOkResponse({ type: CalibrationDetail })
  @ApiProblems(404, 422)
  enter(
    @Param() { calibrationId }: CalibrationReference,
    @Body() body: CalibrationMarksBody,
    @Context() context: RequestContext,
  ): Promise<CalibrationDetail> {
    return this.operations.call(EnterCalibration, { ...body, calibrationId }, context);
  }

  @Post(':calibrationId/closing')
  @Permission('quality:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a session and show to all what each gave' })
  @ApiOkResponse({ type: CalibrationDetail })
  @ApiProblems(404, 422)
  close(@Param() path: CalibrationReference, @Context() context: RequestContext): Promise<CalibrationDetail> {
    return this.operations.call(CloseCalibration, path, context);
  }
}
