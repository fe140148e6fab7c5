import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import {
  AddCandidate,
  AddCandidateRequest,
  BackgroundCheckFields,
  CandidateChange,
  type CandidatePage,
  CandidateReference,
  CandidateSummary,
  CandidateView,
  ChangeCandidate,
  ChecklistTick,
  ContractFields,
  EndCandidacy,
  EndCandidacyFields,
  GetCandidate,
  HireCandidate,
  HireFields,
  InterviewFields,
  ListCandidates,
  ListCandidatesRequest,
  OfferCandidate,
  OfferFields,
  RecordBackgroundCheck,
  RecordContract,
  RecordInterview,
  type RequestContext,
  TickChecklist,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Matches } from 'class-validator';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { CANDIDATE_COLUMNS } from './hiring-columns';

export class CandidateBody extends AddCandidateRequest {}
export class CandidatePath extends CandidateReference {}
export class ChecklistPath extends CandidateReference {
  @ApiProperty({ description: 'Code of the entry' })
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code: string;
}
export class CandidateChangeBody extends CandidateChange {}
export class InterviewBody extends InterviewFields {}
export class BackgroundCheckBody extends BackgroundCheckFields {}
export class OfferBody extends OfferFields {}
export class ContractBody extends ContractFields {}
export class ChecklistBody extends ChecklistTick {}
export class HireBody extends HireFields {}
export class EndBody extends EndCandidacyFields {}
export class CandidatesExportQuery extends ExportOf(ListCandidatesRequest) {}

@ApiTags('hiring')
@ApiBearerAuth()
@Controller('candidates')
export class CandidateController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post()
  @Permission('hiring:write')
  @ApiOperation({ summary: 'Somebody applies for an open vacancy' })
  @ApiCreatedResponse({ type: CandidateView })
  @ApiProblems(404, 409, 422)
  add(@Body() body: CandidateBody, @Context() context: RequestContext): Promise<CandidateView> {
    return this.operations.call(AddCandidate, body, context);
  }

  @Get()
  @Permission('hiring:read')
  @ApiOperation({ summary: 'Candidates, the newest first' })
  @ApiPage(CandidateSummary)
  list(@Query() query: ListCandidatesRequest, @Context() context: RequestContext): Promise<CandidatePage> {
    return this.operations.call(ListCandidates, query, context);
  }

  @Get('export')
  @Permission('hiring:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  export(@Query() query: CandidatesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListCandidates, columns: CANDIDATE_COLUMNS };
    const names = { fileName: 'candidates', sheetName: { 'zh-CN': '应聘者', en: 'Candidates' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get(':candidateId')
  @Permission('hiring:read')
  @ApiOperation({
    summary: 'One candidate: findings, interviews, what stands against the next step, kit, history',
  })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404)
  one(@Param() path: CandidatePath, @Context() context: RequestContext): Promise<CandidateView> {
    return this.operations.call(GetCandidate, path, context);
  }

  @Patch(':candidateId')
  @Permission('hiring:write')
  @ApiOperation({ summary: 'What was tested or asked meanwhile' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409)
  change(
    @Param() path: CandidatePath,
    @Body() body: CandidateChangeBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(ChangeCandidate, { ...body, ...path }, context);
  }

  @Post(':candidateId/interviews')
  @Permission('hiring:write')
  @ApiOperation({
    summary: 'Marks of an interview: knowledge, communication, service, adaptability; the last one counts',
  })
  @ApiCreatedResponse({ type: CandidateView })
  @ApiProblems(404, 409)
  interview(
    @Param() path: CandidatePath,
    @Body() body: InterviewBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(RecordInterview, { ...body, ...path }, context);
  }

  @Put(':candidateId/background-check')
  @Permission('hiring:write')
  @ApiOperation({ summary: 'What the background check found' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409)
  background(
    @Param() path: CandidatePath,
    @Body() body: BackgroundCheckBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(RecordBackgroundCheck, { ...body, ...path }, context);
  }

  @Post(':candidateId/offer')
  @Permission('hiring:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make an offer; what stands against it is told, and waived with a reason only' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409, 422)
  offer(
    @Param() path: CandidatePath,
    @Body() body: OfferBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(OfferCandidate, { ...body, ...path }, context);
  }

  @Put(':candidateId/contract')
  @Permission('hiring:write')
  @ApiOperation({ summary: 'The signed contract' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409)
  contract(
    @Param() path: CandidatePath,
    @Body() body: ContractBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(RecordContract, { ...body, ...path }, context);
  }

  @Put(':candidateId/checklist/:code')
  @Permission('hiring:write')
  @ApiOperation({ summary: 'Tick an entry of the onboarding kit; also after the first day' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409)
  tick(
    @Param() path: ChecklistPath,
    @Body() body: ChecklistBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(TickChecklist, { ...body, ...path }, context);
  }

  @Post(':candidateId/hire')
  @Permission('hiring:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make the member of staff, into a free seat of the vacancy' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409, 422)
  hire(
    @Param() path: CandidatePath,
    @Body() body: HireBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(HireCandidate, { ...body, ...path }, context);
  }

  @Post(':candidateId/end')
  @Permission('hiring:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'End the candidacy: rejected, or withdrawn by the candidate' })
  @ApiOkResponse({ type: CandidateView })
  @ApiProblems(404, 409)
  end(
    @Param() path: CandidatePath,
    @Body() body: EndBody,
    @Context() context: RequestContext,
  ): Promise<CandidateView> {
    return this.operations.call(EndCandidacy, { ...body, ...path }, context);
  }
}
