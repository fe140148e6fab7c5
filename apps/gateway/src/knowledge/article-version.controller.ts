import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  ArticleView,
  type KnowledgeAction,
  MoveArticleVersion,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ArticleVersionPath, MoveVersionBody } from './knowledge.dto';

export class VersionPath extends OmitType(ArticleVersionPath, ['action'] as const) {}

const TO_BE_READ = 'Nobody approves a version that they wrote or submitted.';

@ApiTags('knowledge')
@ApiBearerAuth()
@Controller('knowledge/articles/:code/versions/:version')
export class ArticleVersionController {
  constructor(private readonly operations: OperationClient) {}

  @Post('submit')
  @Permission('knowledge:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Submit a draft for approval' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409, 422)
  submit(
    @Param() path: VersionPath,
    @Body() body: MoveVersionBody,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.move('submit', path, body, context);
  }

  @Post('approve')
  @Permission('knowledge:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve what somebody else wrote', description: TO_BE_READ })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409, 422)
  approve(
    @Param() path: VersionPath,
    @Body() body: MoveVersionBody,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.move('approve', path, body, context);
  }

  @Post('send-back')
  @Permission('knowledge:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send a version back to its author, with a reason' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409, 422)
  sendBack(
    @Param() path: VersionPath,
    @Body() body: MoveVersionBody,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.move('send-back', path, body, context);
  }

  @Post('publish')
  @Permission('knowledge:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show an approved version to agents, from now or a later time on' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409, 422)
  publish(
    @Param() path: VersionPath,
    @Body() body: MoveVersionBody,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.move('publish', path, body, context);
  }

  @Post('retire')
  @Permission('knowledge:approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show a version no more, with a reason' })
  @ApiOkResponse({ type: ArticleView })
  @ApiProblems(404, 409, 422)
  retire(
    @Param() path: VersionPath,
    @Body() body: MoveVersionBody,
    @Context() context: RequestContext,
  ): Promise<ArticleView> {
    return this.move('retire', path, body, context);
  }

  private move(
    action: KnowledgeAction,
    path: VersionPath,
    body: MoveVersionBody,
    context: RequestContext,
  ): Promise<ArticleView> {
    return this.operations.call(MoveArticleVersion, { ...body, ...path, action }, context);
  }
}
