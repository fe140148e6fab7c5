import { Module } from '@nestjs/common';
import { ArticleAttachmentController } from './article-attachment.controller';
import { ArticleVersionController } from './article-version.controller';
import { ArticleController } from './article.controller';
import { KnowledgeController } from './knowledge.controller';

@Module({
  controllers: [
    ArticleController,
    ArticleVersionController,
    ArticleAttachmentController,
    KnowledgeController,
  ],
})
export class KnowledgeModule {}
