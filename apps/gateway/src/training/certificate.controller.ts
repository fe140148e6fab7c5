import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  type CertificatePage,
  CertificateView,
  GetCertificate,
  IssueCertificate,
  ListCertificates,
  ListCertificatesRequest,
  type RequestContext,
  RevokeCertificate,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { renderCertificate } from './render-certificate';
import { CERTIFICATE_COLUMNS } from './training-columns';
import {
  CertificateBody,
  CertificatePath,
  CertificateRevocationBody,
  CertificatesExportQuery,
} from './training.dto';

@ApiTags('training')
@ApiBearerAuth()
@Controller()
export class CertificateController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('training/certificates')
  @Permission('training:read')
  @ApiOperation({ summary: 'Certificates, the latest issue first; `expiresWithinDays` for those to renew' })
  @ApiPage(CertificateView)
  list(
    @Query() query: ListCertificatesRequest,
    @Context() context: RequestContext,
  ): Promise<CertificatePage> {
    return this.operations.call(ListCertificates, query, context);
  }

  @Get('training/certificates/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The certificates as a file' })
  @ApiListFile()
  export(
    @Query() query: CertificatesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCertificates, columns: CERTIFICATE_COLUMNS };
    const names = { fileName: 'certificates', sheetName: { 'zh-CN': '证书', en: 'Certificates' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('training/certificates')
  @Permission('training:write')
  @ApiOperation({ summary: 'Issue a certificate by hand; who completes a course gets theirs without it' })
  @ApiCreatedResponse({ type: CertificateView })
  @ApiProblems(404, 422)
  issue(@Body() body: CertificateBody, @Context() context: RequestContext): Promise<CertificateView> {
    return this.operations.call(IssueCertificate, body, context);
  }

  @Post('training/certificates/:certificateId/revocation')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Revoke a certificate' })
  @ApiOkResponse({ type: CertificateView })
  @ApiProblems(404, 409)
  revoke(
    @Param() path: CertificatePath,
    @Body() body: CertificateRevocationBody,
    @Context() context: RequestContext,
  ): Promise<CertificateView> {
    return this.operations.call(RevokeCertificate, { ...body, ...path }, context);
  }

  @Get('training/certificates/:certificateId')
  @Permission('training:read')
  @ApiOperation({ summary: 'One certificate' })
  @ApiOkResponse({ type: CertificateView })
  @ApiProblems(403, 404)
  get(@Param() path: CertificatePath, @Context() context: RequestContext): Promise<CertificateView> {
    return this.operations.call(GetCertificate, path, context);
  }

  @Get('training/certificates/:certificateId/document')
  @Permission('training:read')
  @ApiOperation({ summary: 'A certificate to be printed' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The document', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(403, 404)
  document(@Param() path: CertificatePath, @Context() context: RequestContext): Promise<StreamableFile> {
    return this.print(path, context);
  }

  @Get('me/certificates/:certificateId/document')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own certificate to be printed" })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The document', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(403, 404)
  own(@Param() path: CertificatePath, @Context() context: RequestContext): Promise<StreamableFile> {
    return this.print(path, context);
  }

  private async print(path: CertificatePath, context: RequestContext): Promise<StreamableFile> {
    const certificate = await this.operations.call(GetCertificate, path, context);
    return new StreamableFile(renderCertificate(certificate), {
      type: 'application/pdf',
      disposition: `attachment; filename="${certificate.number}.pdf"`,
    });
  }
}
