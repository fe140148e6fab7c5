import { Controller } from '@nestjs/common';
import {
  type ArticleView,
  MoveArticleVersion,
  MoveArticleVersionRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ChangeArticle } from '../change-article';
import { movedVersions } from './moved-versions';

@Controller()
export class MoveArticleVersionHandler {
  constructor(private readonly change: ChangeArticle) {}

  @Handles(MoveArticleVersion)
  handle(request: MoveArticleVersionRequest, context: RequestContext): Promise<ArticleView> {
    return this.change.execute(request.code, context, (article, now) =>
      movedVersions(article, request, context.actor.id, now),
    );
  }
}
