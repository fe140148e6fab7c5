import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListNoticeTemplates,
  NoticePreview,
  NoticeTemplateList,
  PreviewNotice,
  PreviewNoticeRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { Context } from '../request-context/context.decorator';

@ApiTags('notice-templates')
@ApiBearerAuth()
@Controller('notice-templates')
export class NoticeTemplateController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('policy:read')
  @ApiOperation({ summary: 'What notices say, by kind and language' })
  @ApiOkResponse({ type: NoticeTemplateList })
  templates(@Context() context: RequestContext): Promise<NoticeTemplateList> {
    return this.operations.call(ListNoticeTemplates, {}, context);
  }

  @Post('preview')
  @Permission('policy:read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a customer would hear, word for word, by sample data or by those given',
    description: 'Another template may be tried; nothing is stored.',
  })
  @ApiOkResponse({ type: NoticePreview })
  preview(@Body() body: PreviewNoticeRequest, @Context() context: RequestContext): Promise<NoticePreview> {
    return this.operations.call(PreviewNotice, body, context);
  }
}
