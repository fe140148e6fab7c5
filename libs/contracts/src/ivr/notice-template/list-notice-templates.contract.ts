import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { NoticeTemplateView } from './notice-template.view';

export class ListNoticeTemplatesRequest {}

export class NoticeTemplateList {
  @ApiProperty({ description: 'Of each kind and language one', type: [NoticeTemplateView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoticeTemplateView)
  items: NoticeTemplateView[];
}

export const ListNoticeTemplates = operation({
  subject: 'ivr.query.list-notice-templates.v1',
  request: ListNoticeTemplatesRequest,
  reply: NoticeTemplateList,
});
