import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  ListNoticeTemplates,
  ListNoticeTemplateVersions,
  NoticePreview,
  NoticeTemplateList,
  NoticeTemplateReference,
  NoticeTemplateView,
  PreviewNotice,
  PreviewNoticeRequest,
  type RequestContext,
  SetNoticeTemplate,
  SetNoticeTemplateRequest,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

export class NoticeTemplatePath extends NoticeTemplateReference {}

export class NoticeTemplateBody extends OmitType(SetNoticeTemplateRequest, [
  'medium',
  'kind',
  'language',
] as const) {}

@ApiTags('notice-templates')
@ApiBearerAuth()
@Controller('notice-templates')
export class NoticeTemplateController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({ summary: 'What notices and letters say, by medium, kind and language' })
  @ApiOkResponse({ type: NoticeTemplateList })
  templates(@Context() context: RequestContext): Promise<NoticeTemplateList> {
    return this.operations.call(ListNoticeTemplates, {}, context);
  }

  @Get(':medium/:kind/:language/versions')
  @Permission('policy:read')
  @ApiOperation({ summary: 'Versions of a template, the latest first, down to what the product comes with' })
  @ApiOkResponse({ type: NoticeTemplateList })
  versions(
    @Param() path: NoticeTemplatePath,
    @Context() context: RequestContext,
  ): Promise<NoticeTemplateList> {
    return this.operations.call(ListNoticeTemplateVersions, path, context);
  }

  @Post(':medium/:kind/:language/versions')
  @Permission('policy:write')
  @ApiOperation({
    summary: 'Set what is said or written from now on',
    description:
      'Give the version that was changed as `basedOn`. Lists that ended before keep their letters.',
  })
  @ApiCreatedResponse({ type: NoticeTemplateView })
  @ApiProblems(409, 422)
  set(
    @Param() path: NoticeTemplatePath,
    @Body() body: NoticeTemplateBody,
    @Context() context: RequestContext,
  ): Promise<NoticeTemplateView> {
    return this.operations.call(SetNoticeTemplate, { ...path, ...body }, context);
  }

  @Post('preview')
  @Permission('policy:read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a customer would hear or read, word for word, by sample data or by those given',
    description: 'Another text may be tried; nothing is stored.',
  })
  @ApiOkResponse({ type: NoticePreview })
  preview(@Body() body: PreviewNoticeRequest, @Context() context: RequestContext): Promise<NoticePreview> {
    return this.operations.call(PreviewNotice, body, context);
  }
}
