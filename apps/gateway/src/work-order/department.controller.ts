import { Body, Controller, Get, Inject, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  DepartmentList,
  DepartmentReference,
  DepartmentView,
  ListDepartments,
  ListDepartmentsRequest,
  PutDepartment,
  PutDepartmentRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, OperationClient, tableColumn } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { exportList } from '../http/export-list';
import { ExportOptions } from '../http/export-of';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class DepartmentPath extends DepartmentReference {}

export class DepartmentBody extends OmitType(PutDepartmentRequest, ['code'] as const) {}

const COLUMNS = [
  tableColumn<DepartmentView>('own', '部门代码', 'code', ({ code }) => code),
  tableColumn<DepartmentView>('text', '部门名称', 'name', ({ name, nameEn }, language) =>
    language === 'en' ? nameEn : name,
  ),
  tableColumn<DepartmentView>('text', '接口人', 'interface person', ({ liaisonName }) => liaisonName),
  tableColumn<DepartmentView>('text', '接口人电话', 'their phone', ({ liaisonPhone }) => liaisonPhone),
  tableColumn<DepartmentView>('text', '部门负责人', 'head', ({ headName }) => headName),
  tableColumn<DepartmentView>('text', '处理时限约定', 'period', ({ periodNote }) => periodNote),
];

@ApiTags('departments')
@ApiBearerAuth()
@Controller('departments')
export class DepartmentController {
  constructor(
    private readonly operations: OperationClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Departments with their interface persons (接口人)' })
  @ApiOkResponse({ type: DepartmentList })
  list(@Query() query: ListDepartmentsRequest, @Context() context: RequestContext): Promise<DepartmentList> {
    return this.operations.call(ListDepartments, query, context);
  }

  @Get('export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The departments as a file' })
  @ApiListFile()
  export(@Query() options: ExportOptions, @Context() context: RequestContext): Promise<StreamableFile> {
    return exportList({
      ...options,
      fileName: 'departments',
      columns: COLUMNS,
      sheetName: { 'zh-CN': '部门', en: 'Departments' },
      page: () => this.operations.call(ListDepartments, {}, context),
      now: this.clock.now(),
      context,
    });
  }

  @Put(':code')
  @Permission('policy:write')
  @ApiOperation({
    summary: 'Add a department or replace what is known of it',
    description: 'None is ever removed, for histories name them: `active: false` ends one that has no work.',
  })
  @ApiOkResponse({ type: DepartmentView })
  @ApiProblems(422)
  put(
    @Param() { code }: DepartmentPath,
    @Body() body: DepartmentBody,
    @Context() context: RequestContext,
  ): Promise<DepartmentView> {
    return this.operations.call(PutDepartment, { code, ...body }, context);
  }
}
