import { Controller } from '@nestjs/common';
import {
  type NoticeTemplateView,
  type RequestContext,
  SetNoticeTemplate as Contract,
  SetNoticeTemplateRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toTemplateView } from '../template-view';
import { SetNoticeTemplate } from './set-notice-template.use-case';

@Controller()
export class SetNoticeTemplateHandler {
  constructor(private readonly setTemplate: SetNoticeTemplate) {}

  @Handles(Contract)
  async handle(
    { medium, kind, language, basedOn, document }: SetNoticeTemplateRequest,
    { actor }: RequestContext,
  ): Promise<NoticeTemplateView> {
    const setBy = actor.name || actor.id;
    return toTemplateView(
      await this.setTemplate.execute({ medium, kind, language, basedOn, document, setBy }),
    );
  }
}
