import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  JudgeStaffProposal,
  ListStaffProposals,
  ListStaffProposalsRequest,
  type RequestContext,
  StaffProposalJudgement,
  type StaffProposalPage,
  StaffProposalReference,
  StaffProposalView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { PROPOSAL_COLUMNS } from './proposal-columns';

export class ProposalsExportQuery extends ExportOf(ListStaffProposalsRequest) {}

@ApiTags('staff proposals')
@ApiBearerAuth()
@Controller('staff-proposals')
export class ProposalsController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('workplace:read')
  @ApiOperation({ summary: 'Proposals of the staff, the latest first' })
  @ApiPage(StaffProposalView)
  list(
    @Query() query: ListStaffProposalsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffProposalPage> {
    return this.operations.call(ListStaffProposals, query, context);
  }

  @Get('export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: ProposalsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListStaffProposals, columns: PROPOSAL_COLUMNS };
    const names = { fileName: 'staff-proposals', sheetName: { 'zh-CN': '员工建议', en: 'Proposals' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post(':proposalId/judgement')
  @Permission('workplace:approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Adopt or decline a proposal, with a reason; nobody judges their own',
    description: 'What is adopted is told to performance, which proposes an award.',
  })
  @ApiOkResponse({ type: StaffProposalView })
  @ApiProblems(404, 409, 422)
  judge(
    @Param() path: StaffProposalReference,
    @Body() body: StaffProposalJudgement,
    @Context() context: RequestContext,
  ): Promise<StaffProposalView> {
    return this.operations.call(JudgeStaffProposal, { ...body, ...path }, context);
  }
}
