import { type DynamicModule, Module } from '@nestjs/common';
import { ListNoticeTemplateVersionsHandler } from './list-notice-template-versions/list-notice-template-versions.handler';
import { ListNoticeTemplatesHandler } from './list-notice-templates/list-notice-templates.handler';
import { NoticeTemplatesModule } from './notice-templates.module';
import { PreviewNoticeHandler } from './preview-notice/preview-notice.handler';
import { SetNoticeTemplateHandler } from './set-notice-template/set-notice-template.handler';
import { SetNoticeTemplate } from './set-notice-template/set-notice-template.use-case';

/** What notices say, for whoever reads or changes it before customers hear it. */
@Module({})
export class NoticeTemplateModule {
  /** `imports` give DialerConfig. */
  static forRoot(imports: DynamicModule['imports']): DynamicModule {
    return {
      module: NoticeTemplateModule,
      imports: [NoticeTemplatesModule, ...(imports ?? [])],
      controllers: [
        ListNoticeTemplatesHandler,
        ListNoticeTemplateVersionsHandler,
        PreviewNoticeHandler,
        SetNoticeTemplateHandler,
      ],
      providers: [SetNoticeTemplate],
    };
  }
}
