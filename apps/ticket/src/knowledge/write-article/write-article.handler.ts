import { Controller } from '@nestjs/common';
import {
  type ArticleView,
  CreateArticle,
  CreateArticleRequest,
  type RequestContext,
  WriteArticle,
  WriteArticleRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { CreateArticleUseCase } from './create-article.use-case';
import { WriteArticleUseCase } from './write-article.use-case';

@Controller()
export class WriteArticleHandler {
  constructor(
    private readonly createArticle: CreateArticleUseCase,
    private readonly writeArticle: WriteArticleUseCase,
  ) {}

  @Handles(CreateArticle)
  create(request: CreateArticleRequest, context: RequestContext): Promise<ArticleView> {
    return this.createArticle.execute(request, context);
  }

  @Handles(WriteArticle)
  write(request: WriteArticleRequest, context: RequestContext): Promise<ArticleView> {
    return this.writeArticle.execute(request, context);
  }
}
