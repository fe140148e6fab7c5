import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiPropertyOptional,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  GetStaffImport,
  ImportStaffFile,
  ImportStaffRows,
  ImportStaffRowsRequest,
  ListStaffImports,
  ListStaffImportsRequest,
  ListStaffRowErrors,
  ListStaffRowErrorsRequest,
  type RequestContext,
  type RowErrorPage,
  RowErrorView,
  type StaffImportPage,
  StaffImportReference,
  StaffImportView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { IsOptional, IsString, Length } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { validated } from '../problem/validate';
import { Context } from '../request-context/context.decorator';
import { AcceptsTable } from '../uploads/accepts-table.decorator';
import { isUpload, Uploads } from '../uploads/uploads';

/** The whole file is read once before the answer: its bytes must be known. */
const ACCEPTING = { timeoutMs: 60_000 };

export class StaffImportPath extends StaffImportReference {}
export class StaffRowsBody extends ImportStaffRowsRequest {}
export class StaffRowErrorsQuery extends OmitType(ListStaffRowErrorsRequest, ['importId'] as const) {}
export class StaffUploadQuery {
  @ApiPropertyOptional({ description: 'Name of a file that is sent as the body itself', maxLength: 255 })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  fileName?: string;
}

@ApiTags('staff')
@ApiBearerAuth()
@Controller()
export class StaffImportController {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
  ) {}

  @Post('staff/imports')
  @Permission('staff:write')
  @HttpCode(202)
  @AcceptsTable()
  @ApiOperation({
    summary: 'Hand in staff: a CSV or XLSX file, or rows as JSON',
    description:
      'staffNumber, name, departmentCode, postCode, hiredOn; optional: phone, tier, groupCode, skills (`cantonese:4;billing:2`), status, ' +
      'leftOn, leavingKind, leavingReason. Places by code or Chinese name. Who is new is hired; who is there is corrected and ' +
      'transferred from today; leaving and suspending are steps. A file is read in the background: ask for the import until its state ' +
      'is no longer `running`. JSON `{ "rows": [...] }` of at most 5,000 rows is imported before the answer.',
  })
  @ApiAcceptedResponse({ type: StaffImportView })
  @ApiProblems(409, 413, 415, 422)
  async import(
    @Query() _query: StaffUploadQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<StaffImportView> {
    if (!isUpload(request)) {
      const { rows } = await validated(StaffRowsBody, request.body);
      return this.operations.call(ImportStaffRows, { rows }, context, ACCEPTING);
    }
    const { key, fileName, mediaType } = await this.uploads.keep(request, { folder: 'imports' });
    const file = { fileKey: key, fileName: fileName?.slice(0, 255), contentType: mediaType.slice(0, 200) };
    return this.operations.call(ImportStaffFile, file, context, ACCEPTING);
  }

  @Get('staff-imports')
  @Permission('staff:read')
  @ApiOperation({ summary: 'Imports of staff, the newest first' })
  @ApiPage(StaffImportView)
  list(
    @Query() query: ListStaffImportsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffImportPage> {
    return this.operations.call(ListStaffImports, query, context);
  }

  @Get('staff-imports/:importId')
  @Permission('staff:read')
  @ApiOperation({ summary: 'How far an import of staff is, and what came of it' })
  @ApiOkResponse({ type: StaffImportView })
  @ApiProblems(404)
  one(@Param() path: StaffImportPath, @Context() context: RequestContext): Promise<StaffImportView> {
    return this.operations.call(GetStaffImport, path, context);
  }

  @Get('staff-imports/:importId/errors')
  @Permission('staff:read')
  @ApiOperation({ summary: 'What is wrong with which row' })
  @ApiPage(RowErrorView)
  @ApiProblems(404)
  errors(
    @Param() path: StaffImportPath,
    @Query() query: StaffRowErrorsQuery,
    @Context() context: RequestContext,
  ): Promise<RowErrorPage> {
    return this.operations.call(ListStaffRowErrors, { ...path, ...query }, context);
  }
}
