import { Controller } from '@nestjs/common';
import {
  ListNoticeTemplateVersions,
  ListNoticeTemplateVersionsRequest,
  type NoticeTemplateList,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { NoticeTemplateStore } from '../notice-template-store.port';
import { builtIn } from '../read-template';
import { toTemplateView } from '../template-view';

@Controller()
export class ListNoticeTemplateVersionsHandler {
  constructor(private readonly store: NoticeTemplateStore) {}

  @Handles(ListNoticeTemplateVersions)
  async handle({ medium, kind, language }: ListNoticeTemplateVersionsRequest): Promise<NoticeTemplateList> {
    const key = { medium, kind, language };
    return { items: [...(await this.store.versions(key)), builtIn(key)].map(toTemplateView) };
  }
}
