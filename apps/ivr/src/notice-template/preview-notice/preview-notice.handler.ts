import { Controller } from '@nestjs/common';
import { type NoticePreview, PreviewNotice, PreviewNoticeRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import { previewNotice } from './preview-notice';

@Controller()
export class PreviewNoticeHandler {
  constructor(private readonly config: DialerConfig) {}

  @Handles(PreviewNotice)
  async handle(request: PreviewNoticeRequest): Promise<NoticePreview> {
    return previewNotice(request, this.config.unitName);
  }
}
