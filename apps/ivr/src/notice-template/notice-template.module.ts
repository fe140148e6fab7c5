import { type DynamicModule, Module } from '@nestjs/common';
import { ListNoticeTemplatesHandler } from './list-notice-templates/list-notice-templates.handler';
import { PreviewNoticeHandler } from './preview-notice/preview-notice.handler';

/** What notices say, for whoever wants to read it before customers hear it. */
@Module({})
export class NoticeTemplateModule {
  /** `imports` give DialerConfig. */
  static forRoot(imports: DynamicModule['imports']): DynamicModule {
    return {
      module: NoticeTemplateModule,
      imports,
      controllers: [ListNoticeTemplatesHandler, PreviewNoticeHandler],
    };
  }
}
