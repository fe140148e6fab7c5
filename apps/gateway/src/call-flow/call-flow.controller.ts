import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  CallFlowCheck,
  CallFlowList,
  CheckCallFlow,
  CreateFlowVersion,
  DiffFlowVersions,
  DrawFlowVersion,
  FlowDiff,
  FlowVersionDetail,
  type FlowVersionPage,
  FlowVersionView,
  GetCallFlowSchema,
  GetFlowVersion,
  ListCallFlows,
  ListFlowVersions,
  PublishFlowVersion,
  type RequestContext,
  RollBackCallFlow,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { FlowDiffQuery, FlowPath, FlowVersionPath, FlowVersionsQuery, NoteQuery } from './call-flow.dto';
import { FlowSource } from './flow-source';

const YAML = 'application/yaml';

/** Parsing and walking a large flow takes longer than a usual request. */
const READING = { timeoutMs: 15_000 };

@ApiTags('call-flows')
@ApiBearerAuth()
@Controller('call-flows')
export class CallFlowController {
  constructor(
    private readonly operations: OperationClient,
    private readonly source: FlowSource,
  ) {}

  @Get()
  @Permission('flow:read')
  @ApiOperation({
    summary: 'Every call flow, with the number of the version in force',
    description:
      'Tells, too, whether this release of the product brought a newer version than the one in force.',
  })
  @ApiOkResponse({ type: CallFlowList })
  flows(@Context() context: RequestContext): Promise<CallFlowList> {
    return this.operations.call(ListCallFlows, {}, context);
  }

  @Get('schema')
  @Permission('flow:read')
  @ApiOperation({ summary: 'JSON schema of call-flow documents' })
  @ApiOkResponse({ schema: { type: 'object', description: 'The schema', additionalProperties: true } })
  async schema(@Context() context: RequestContext): Promise<Record<string, unknown>> {
    return (await this.operations.call(GetCallFlowSchema, {}, context)).schema;
  }

  @Post('check')
  @Permission('flow:read')
  @HttpCode(200)
  @AcceptsUpload(YAML)
  @ApiOperation({
    summary: 'Everything that is wrong with a document, in one answer',
    description:
      'The document is the body itself, JSON or YAML, or the field `file` of a form. Nothing is stored.',
  })
  @ApiOkResponse({ type: CallFlowCheck })
  @ApiProblems(413, 415, 422)
  async check(@Req() request: FastifyRequest, @Context() context: RequestContext): Promise<CallFlowCheck> {
    return this.operations.call(CheckCallFlow, { source: await this.source.read(request) }, context, READING);
  }

  @Post(':name/versions')
  @Permission('flow:write')
  @AcceptsUpload(YAML)
  @ApiOperation({
    summary: 'Store a document as the next version, a draft',
    description:
      'The document is the body itself, JSON or YAML, or the field `file` of a form. The same document as the newest ' +
      'version is that version.',
  })
  @ApiCreatedResponse({ type: FlowVersionView })
  @ApiProblems(413, 415, 422)
  async create(
    @Param() path: FlowPath,
    @Query() query: NoteQuery,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<FlowVersionView> {
    const source = await this.source.read(request);
    return this.operations.call(CreateFlowVersion, { ...path, ...query, source }, context, READING);
  }

  @Get(':name/versions')
  @Permission('flow:read')
  @ApiOperation({ summary: 'Versions of a call flow, the newest first' })
  @ApiPage(FlowVersionView)
  list(
    @Param() path: FlowPath,
    @Query() query: FlowVersionsQuery,
    @Context() context: RequestContext,
  ): Promise<FlowVersionPage> {
    return this.operations.call(ListFlowVersions, { ...path, ...query }, context);
  }

  @Get(':name/versions/:number')
  @Permission('flow:read')
  @ApiOperation({ summary: 'One version with its document' })
  @ApiOkResponse({ type: FlowVersionDetail })
  @ApiProblems(404)
  one(@Param() path: FlowVersionPath, @Context() context: RequestContext): Promise<FlowVersionDetail> {
    return this.operations.call(GetFlowVersion, path, context);
  }

  @Get(':name/versions/:number/diagram')
  @Permission('flow:read')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'One version as Mermaid text' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', description: 'Mermaid flowchart' } })
  @ApiProblems(404, 422)
  async diagram(@Param() path: FlowVersionPath, @Context() context: RequestContext): Promise<string> {
    return (await this.operations.call(DrawFlowVersion, path, context, READING)).mermaid;
  }

  @Post(':name/versions/:number/publish')
  @Permission('flow:publish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put a version in force',
    description: 'Calls that begin from now on follow it, without a restart; calls in progress keep theirs.',
  })
  @ApiOkResponse({ type: FlowVersionView })
  @ApiProblems(404, 409, 422)
  publish(@Param() path: FlowVersionPath, @Context() context: RequestContext): Promise<FlowVersionView> {
    return this.operations.call(PublishFlowVersion, path, context, READING);
  }

  @Post(':name/roll-back')
  @Permission('flow:publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put the version in force again that was before the present one' })
  @ApiOkResponse({ type: FlowVersionView })
  @ApiProblems(404, 409, 422)
  rollBack(@Param() path: FlowPath, @Context() context: RequestContext): Promise<FlowVersionView> {
    return this.operations.call(RollBackCallFlow, path, context, READING);
  }

  @Get(':name/diff')
  @Permission('flow:read')
  @ApiOperation({ summary: 'What changed from one version to another' })
  @ApiOkResponse({ type: FlowDiff })
  @ApiProblems(404, 422)
  diff(
    @Param() path: FlowPath,
    @Query() query: FlowDiffQuery,
    @Context() context: RequestContext,
  ): Promise<FlowDiff> {
    return this.operations.call(DiffFlowVersions, { ...path, ...query }, context, READING);
  }
}
