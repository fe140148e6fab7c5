import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ArticleCitation,
  type ArticleFeedbackPage,
  ArticleFeedbackView,
  CheckWording,
  CiteArticle,
  JudgeArticle,
  KnowledgeCategories,
  KnowledgeCategoryView,
  KnowledgeHits,
  ListArticleFeedback,
  ListArticleFeedbackRequest,
  ListKnowledgeCategories,
  PutKnowledgeCategory,
  type RequestContext,
  SearchKnowledge,
  SearchKnowledgeRequest,
  SettleArticleFeedback,
  WordingFindings,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { FEEDBACK_COLUMNS } from './knowledge-columns';
import {
  ArticlePath,
  CategoryBody,
  CategoryPath,
  CitationBody,
  FeedbackExportQuery,
  FeedbackPath,
  JudgementBody,
  SettlementBody,
  WordingBody,
} from './knowledge.dto';

@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('knowledge')
export class KnowledgeController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('search')
  @Permission('knowledge:read')
  @ApiOperation({
    summary: 'Find what is in force, in Chinese or English; words of two characters too',
    description:
      'What has all of it as written comes first, then what has most of it; half of its terms is needed.',
  })
  @ApiOkResponse({ type: KnowledgeHits })
  @ApiProblems(422)
  search(@Query() query: SearchKnowledgeRequest, @Context() context: RequestContext): Promise<KnowledgeHits> {
    return this.operations.call(SearchKnowledge, query, context);
  }

  @Post('wording-checks')
  @Permission('knowledge:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Forbidden phrases in a text, and what to say instead' })
  @ApiOkResponse({ type: WordingFindings })
  check(@Body() body: WordingBody, @Context() context: RequestContext): Promise<WordingFindings> {
    return this.operations.call(CheckWording, body, context);
  }

  @Post('articles/:code/citations')
  @Permission('work-order:write')
  @ApiOperation({ summary: 'The answer to a work order uses an article: counted once per work order' })
  @ApiCreatedResponse({ type: ArticleCitation })
  @ApiProblems(404, 422)
  cite(
    @Param() path: ArticlePath,
    @Body() body: CitationBody,
    @Context() context: RequestContext,
  ): Promise<ArticleCitation> {
    return this.operations.call(CiteArticle, { ...path, ...body }, context);
  }

  @Post('articles/:code/feedback')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'Say whether an article helped; if not, what is wrong' })
  @ApiCreatedResponse({ type: ArticleFeedbackView })
  @ApiProblems(404, 422)
  judge(
    @Param() path: ArticlePath,
    @Body() body: JudgementBody,
    @Context() context: RequestContext,
  ): Promise<ArticleFeedbackView> {
    return this.operations.call(JudgeArticle, { ...path, ...body }, context);
  }

  @Get('feedback')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'Judgements of articles, the latest first' })
  @ApiPage(ArticleFeedbackView)
  feedback(
    @Query() query: ListArticleFeedbackRequest,
    @Context() context: RequestContext,
  ): Promise<ArticleFeedbackPage> {
    return this.operations.call(ListArticleFeedback, query, context);
  }

  @Get('feedback/export')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'Judgements as a file' })
  @ApiListFile()
  exportFeedback(
    @Query() query: FeedbackExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListArticleFeedback, columns: FEEDBACK_COLUMNS };
    const names = { fileName: 'knowledge-feedback', sheetName: { 'zh-CN': '知识评价', en: 'Feedback' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('feedback/:feedbackId/settlement')
  @Permission('knowledge:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what came of a judgement' })
  @ApiOkResponse({ type: ArticleFeedbackView })
  @ApiProblems(404)
  settle(
    @Param() path: FeedbackPath,
    @Body() body: SettlementBody,
    @Context() context: RequestContext,
  ): Promise<ArticleFeedbackView> {
    return this.operations.call(SettleArticleFeedback, { ...path, ...body }, context);
  }

  @Get('categories')
  @Permission('knowledge:read')
  @ApiOperation({ summary: 'Categories of knowledge' })
  @ApiOkResponse({ type: KnowledgeCategories })
  categories(@Context() context: RequestContext): Promise<KnowledgeCategories> {
    return this.operations.call(ListKnowledgeCategories, {}, context);
  }

  @Put('categories/:code')
  @Permission('knowledge:approve')
  @ApiOperation({ summary: 'Store a category' })
  @ApiOkResponse({ type: KnowledgeCategoryView })
  putCategory(
    @Param() path: CategoryPath,
    @Body() body: CategoryBody,
    @Context() context: RequestContext,
  ): Promise<KnowledgeCategoryView> {
    return this.operations.call(PutKnowledgeCategory, { ...path, ...body }, context);
  }
}
