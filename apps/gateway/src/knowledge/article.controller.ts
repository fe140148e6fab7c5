import { Body, Controller, Get, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  ArticleHistory,
  type ArticlePage,
  ArticleRow,
  ArticleView,
  CreateArticle,
  GetArticle,
  GetArticleHistory,
  GetArticleRequest,
  ListArticles,
  ListArticlesRequest,
  type RequestContext,
  WriteArticle,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ARTICLE_COLUMNS } from './knowledge-columns';
import { ArticleBody, ArticlePath, ArticlesExportQuery, NewArticleBody } from './knowledge.dto';

export class ArticleQuery extends OmitType(GetArticleRequest, ['code'] as const) {}

@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('knowledge/articles')
export class ArticleController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'Articles, questions, scripts and forbidden phrases' })
  @ApiPage(ArticleRow)
  list(@Query() query: ListArticlesRequest, @Context() context: RequestContext): Promise<ArticlePage> {
    return this.operations.call(ListArticles, query, context);
  }

  @Get('export')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: ArticlesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListArticles, columns: ARTICLE_COLUMNS };
    const names = { fileName: 'knowledge', sheetName: { 'zh-CN': '知识库', en: 'Knowledge' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('knowledge:write')
  @ApiOperation({ summary: 'Write a new article: the draft of its first version' })
  @ApiCreatedResponse({ type: ArticleView })
  @ApiProblems(409, 422)
  create(@Body() body: NewArticleBody, @Context() context: RequestContext): Promise<ArticleView> {
    return this.operations.call(CreateArticle, body, context);
  }

  @Get(':code')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'One article: the version in force, else the latest, or the one asked for' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 422)
  one(
    @Param() path: ArticlePath,
    @Query() query: ArticleQuery,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.operations.call(GetArticle, { ...path, ...query }, context);
  }

  @Put(':code/draft')
  @Permission('knowledge:write')
  @ApiOperation({ summary: 'Write the draft, whole; the next version begins where there is none' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409, 422)
  write(
    @Param() path: ArticlePath,
    @Body() body: ArticleBody,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.operations.call(WriteArticle, { ...body, ...path }, context);
  }

  @Get(':code/history')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'Who did what to an article' })
  @ApiOkResponse({ type: ArticleHistory })
  @ApiProblems(404)
  history(@Param() path: ArticlePath, @Context() context: RequestContext): Promise<ArticleHistory> {
    return this.operations.call(GetArticleHistory, path, context);
  }
}
