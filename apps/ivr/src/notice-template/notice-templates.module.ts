import { Module } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import { NoticeTemplateStore } from './notice-template-store.port';
import { NoticeTemplates } from './notice-templates';
import { PgNoticeTemplateStore } from './persistence/pg-notice-template-store';

/** The words of notices, for whoever calls, writes or shows them. */
@Module({
  providers: [
    { provide: NoticeTemplateStore, useClass: PgNoticeTemplateStore },
    {
      provide: NoticeTemplates,
      inject: [NoticeTemplateStore, CLOCK, Logger],
      useFactory: (store: NoticeTemplateStore, clock: Clock, logger: Logger) =>
        new NoticeTemplates(store, clock, logger.named('NoticeTemplates')),
    },
  ],
  exports: [NoticeTemplates, NoticeTemplateStore],
})
export class NoticeTemplatesModule {}
