import { Module } from '@nestjs/common';
import { ArticleFeedbackHandler } from './article-use/article-feedback.handler';
import { ArticleUse } from './article-use/article-use.port';
import { CiteArticleHandler } from './article-use/cite-article.handler';
import { Articles } from './articles.port';
import { ArticleAttachmentsHandler } from './attachments/article-attachments.handler';
import { CategoriesHandler } from './categories/categories.handler';
import { Categories } from './categories/categories.port';
import { ChangeArticle } from './change-article';
import { CheckWordingHandler } from './check-wording/check-wording.handler';
import { GetArticleHandler } from './get-article/get-article.handler';
import { ListArticlesHandler } from './list-articles/list-articles.handler';
import { MoveArticleVersionHandler } from './move-article-version/move-article-version.handler';
import { PgArticleSearch } from './persistence/pg-article-search';
import { PgArticleUse } from './persistence/pg-article-use';
import { PgArticles } from './persistence/pg-articles';
import { PgCategories } from './persistence/pg-categories';
import { ArticleSearch } from './search-knowledge/article-search.port';
import { SearchKnowledgeHandler } from './search-knowledge/search-knowledge.handler';
import { CreateArticleUseCase } from './write-article/create-article.use-case';
import { WriteArticleHandler } from './write-article/write-article.handler';
import { WriteArticleUseCase } from './write-article/write-article.use-case';

/** What agents answer from: articles, questions, scripts (§13b) and phrases that are forbidden (§14). */
@Module({
  controllers: [
    ArticleAttachmentsHandler,
    ArticleFeedbackHandler,
    CategoriesHandler,
    CheckWordingHandler,
    CiteArticleHandler,
    GetArticleHandler,
    ListArticlesHandler,
    MoveArticleVersionHandler,
    SearchKnowledgeHandler,
    WriteArticleHandler,
  ],
  providers: [
    ChangeArticle,
    CreateArticleUseCase,
    WriteArticleUseCase,
    { provide: Articles, useClass: PgArticles },
    { provide: ArticleSearch, useClass: PgArticleSearch },
    { provide: ArticleUse, useClass: PgArticleUse },
    { provide: Categories, useClass: PgCategories },
  ],
})
export class KnowledgeModule {}
