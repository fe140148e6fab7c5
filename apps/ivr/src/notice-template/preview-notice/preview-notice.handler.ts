import { Controller, Inject } from '@nestjs/common';
import { type NoticePreview, PreviewNotice, PreviewNoticeRequest } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import { NoticeTemplates } from '../notice-templates';
import { previewNotice } from './preview-notice';

@Controller()
export class PreviewNoticeHandler {
  constructor(
    private readonly config: DialerConfig,
    private readonly templates: NoticeTemplates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PreviewNotice)
  async handle(request: PreviewNoticeRequest): Promise<NoticePreview> {
    const { medium, kind, language } = request;
    const { version, document } = await this.templates.inForce({ medium, kind, language });
    const dated = localDateAt(this.clock.now());
    return previewNotice({ ...request, document: request.document ?? document }, version, {
      unit: this.config.unitName,
      customerName: '王先生',
      dated,
    });
  }
}
