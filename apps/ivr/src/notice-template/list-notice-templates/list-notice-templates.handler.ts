import { Controller } from '@nestjs/common';
import { ListNoticeTemplates, type NoticeTemplateList } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { NoticeTemplates } from '../notice-templates';
import { toTemplateView } from '../template-view';

@Controller()
export class ListNoticeTemplatesHandler {
  constructor(private readonly templates: NoticeTemplates) {}

  @Handles(ListNoticeTemplates)
  async handle(): Promise<NoticeTemplateList> {
    return { items: (await this.templates.all()).map(toTemplateView) };
  }
}
