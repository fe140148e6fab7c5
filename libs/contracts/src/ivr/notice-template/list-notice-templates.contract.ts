import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { NoticeTemplateReference, NoticeTemplateView } from './notice-template.view';

export class ListNoticeTemplatesRequest {}

export class NoticeTemplateList {
  @ApiProperty({
    description:
      'Those in force, of each medium, kind and language one; or versions of one, the latest first',
    type: [NoticeTemplateView],
  })
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

export class ListNoticeTemplateVersionsRequest extends NoticeTemplateReference {}

export const ListNoticeTemplateVersions = operation({
  subject: 'ivr.query.list-notice-template-versions.v1',
  request: ListNoticeTemplateVersionsRequest,
  reply: NoticeTemplateList,
});
