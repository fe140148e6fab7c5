import { Controller } from '@nestjs/common';
import {
  LANGUAGES,
  ListNoticeTemplates,
  type NoticeTemplateList,
  type NoticeTemplateView,
} from '@switchyard/contracts';
import {
  NOTICE_KINDS,
  type NoticeTemplate,
  noticeTemplate,
  TEMPLATE_PARTS,
  templateText,
} from '@switchyard/domain';
import { Handles } from '@switchyard/platform';

@Controller()
export class ListNoticeTemplatesHandler {
  @Handles(ListNoticeTemplates)
  async handle(): Promise<NoticeTemplateList> {
    const all = NOTICE_KINDS.flatMap((kind) => LANGUAGES.map((language) => noticeTemplate(kind, language)));
    return { items: all.map(viewOf) };
  }
}

function viewOf({ kind, language, version, parts }: NoticeTemplate): NoticeTemplateView {
  return {
    ...{ kind, language, version },
    parts: TEMPLATE_PARTS.map((part) => ({ part, text: templateText(parts[part]) })),
  };
}
