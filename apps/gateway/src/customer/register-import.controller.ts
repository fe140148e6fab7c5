import { Controller, Get, HttpCode, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetRegisterImport,
  ListRegisterImports,
  ListRegisterImportsRequest,
  ListRegisterRowErrors,
  type RegisterImportPage,
  RegisterImportView,
  type RequestContext,
  type RowErrorPage,
  RowErrorView,
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
import {
  RegisterImportPath,
  RegisterRowErrorsExportQuery,
  RegisterRowErrorsQuery,
  RegisterUploadQuery,
} from './register-import.dto';
import { ROW_ERROR_COLUMNS } from './row-error-columns';
import { TakeRegisterImport } from './take-register-import';

const HOW =
  'A file is taken as multipart/form-data (field `file`) or as the body itself, CSV in UTF-8 or GB18030; its rows are read ' +
  'in the background: ask for the import until its state is no longer `running`. The same file twice is refused. JSON ' +
  '`{ "rows": [...] }` of at most 5,000 rows, money in fen, is imported before the answer.';
const CUSTOMERS =
  'accountNo, name; optional: kind, phones (several apart by `;`; a list in JSON), address, areaCode, valueTier, listFlag, ' +
  'important, customerSince, creditScore. What is left out stays as it was; so does a value tier that was set by hand. ';
const BILLS =
  'accountNo, billMonth, readingDate, registerValue, energyKwh, amount, previousBalance, payable; optional: dueDate. ';
const ARREARS = 'accountNo, billMonth, amount, dueDate; optional: asOf, payPlace, payPlaceEn. ';
const OUTAGES =
  'reference, kind, areaCode, startsAt, cause; optional: expectedRestorationAt, restoredAt, causeEn, announcedText, ' +
  'announcedTextEn. Times without a zone are those of China. ';

@ApiTags('register imports')
@ApiBearerAuth()
@Controller()
export class RegisterImportController {
  constructor(
    private readonly operations: OperationClient,
    private readonly take: TakeRegisterImport,
    private readonly files: ListFiles,
  ) {}

  @Post('customers/imports')
  @Permission('customer:write')
  @HttpCode(202)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Hand in customers: a CSV or XLSX file, or rows as JSON',
    description: CUSTOMERS + HOW,
  })
  @ApiAcceptedResponse({ type: RegisterImportView })
  @ApiProblems(409, 413, 415, 422)
  customers(
    @Query() _query: RegisterUploadQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<RegisterImportView> {
    return this.take.execute('customers', request, context);
  }

  @Post('bills/imports')
  @Permission('bill:write')
  @HttpCode(202)
  @AcceptsTable()
  @ApiOperation({ summary: 'Hand in bills: a CSV or XLSX file, or rows as JSON', description: BILLS + HOW })
  @ApiAcceptedResponse({ type: RegisterImportView })
  @ApiProblems(409, 413, 415, 422)
  bills(
    @Query() _query: RegisterUploadQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<RegisterImportView> {
    return this.take.execute('bills', request, context);
  }

  @Post('arrears/imports')
  @Permission('bill:write')
  @HttpCode(202)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Hand in arrears: a CSV or XLSX file, or rows as JSON',
    description: ARREARS + HOW,
  })
  @ApiAcceptedResponse({ type: RegisterImportView })
  @ApiProblems(409, 413, 415, 422)
  arrears(
    @Query() _query: RegisterUploadQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<RegisterImportView> {
    return this.take.execute('arrears', request, context);
  }

  @Post('outages/imports')
  @Permission('outage:write')
  @HttpCode(202)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Hand in outages: a CSV or XLSX file, or rows as JSON',
    description: OUTAGES + HOW,
  })
  @ApiAcceptedResponse({ type: RegisterImportView })
  @ApiProblems(409, 413, 415, 422)
  outages(
    @Query() _query: RegisterUploadQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<RegisterImportView> {
    return this.take.execute('outages', request, context);
  }

  @Get('register-imports')
  @Permission('customer:read')
  @ApiOperation({ summary: 'Imports of registers, the newest first' })
  @ApiPage(RegisterImportView)
  list(
    @Query() query: ListRegisterImportsRequest,
    @Context() context: RequestContext,
  ): Promise<RegisterImportPage> {
    return this.operations.call(ListRegisterImports, query, context);
  }

  @Get('register-imports/:importId')
  @Permission('customer:read')
  @ApiOperation({ summary: 'How far an import of a register is, and what came of it' })
  @ApiOkResponse({ type: RegisterImportView })
  @ApiProblems(404)
  one(@Param() path: RegisterImportPath, @Context() context: RequestContext): Promise<RegisterImportView> {
    return this.operations.call(GetRegisterImport, path, context);
  }

  @Get('register-imports/:importId/errors')
  @Permission('customer:read')
  @ApiOperation({ summary: 'What is wrong with which row' })
  @ApiPage(RowErrorView)
  @ApiProblems(404)
  errors(
    @Param() path: RegisterImportPath,
    @Query() query: RegisterRowErrorsQuery,
    @Context() context: RequestContext,
  ): Promise<RowErrorPage> {
    return this.operations.call(ListRegisterRowErrors, { ...path, ...query }, context);
  }

  @Get('register-imports/:importId/errors/export')
  @Permission('customer:read')
  @ApiOperation({ summary: 'The same list as a file, for whoever made the rows' })
  @ApiListFile()
  @ApiProblems(404)
  exportErrors(
    @Param() path: RegisterImportPath,
    @Query() query: RegisterRowErrorsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = {
      operation: ListRegisterRowErrors,
      columns: ROW_ERROR_COLUMNS,
      fileName: 'row-errors',
      sheetName: { 'zh-CN': '错误行', en: 'Row errors' },
    };
    return this.files.of(list, { ...path, ...query }, context);
  }
}
