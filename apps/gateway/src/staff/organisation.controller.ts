import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import {
  GetOrganisation,
  GetOrganisationRequest,
  Organisation,
  OrganisationWritten,
  PostFields,
  PutPost,
  PutSkill,
  PutStaffDepartment,
  PutStaffGroup,
  type RequestContext,
  SkillFields,
  StaffDepartmentFields,
  StaffGroupFields,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { IsIn } from 'class-validator';
import { Permission } from '../access/permission.decorator';
import { ROLES, type Role } from '../access/roles';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

const CODE = ['code'] as const;

export class OrganisationPath extends PickType(SkillFields, CODE) {}
export class StaffDepartmentBody extends OmitType(StaffDepartmentFields, CODE) {}
export class StaffGroupBody extends OmitType(StaffGroupFields, CODE) {}
export class SkillBody extends OmitType(SkillFields, CODE) {}
export class PostBody extends OmitType(PostFields, CODE) {
  @IsIn(ROLES, { each: true })
  override roles: Role[];
}

@ApiTags('staff')
@ApiBearerAuth()
@Controller('organisation')
export class OrganisationController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('staff:read')
  @ApiOperation({
    summary: 'Departments, posts, groups and skills, with how many are in each',
    description:
      'A group outside 12 to 14 members (policy staff-groups) or without a leader bears a warning; ratios inform.',
  })
  @ApiOkResponse({ type: Organisation })
  all(@Query() query: GetOrganisationRequest, @Context() context: RequestContext): Promise<Organisation> {
    return this.operations.call(GetOrganisation, query, context);
  }

  @Put('departments/:code')
  @Permission('user:write')
  @ApiOperation({
    summary: 'Add or change a department; a new scope reaches the accounts of its people at once',
  })
  @ApiOkResponse({ type: OrganisationWritten })
  @ApiProblems(422)
  department(
    @Param() path: OrganisationPath,
    @Body() body: StaffDepartmentBody,
    @Context() context: RequestContext,
  ): Promise<OrganisationWritten> {
    return this.operations.call(PutStaffDepartment, { ...body, ...path }, context);
  }

  @Put('posts/:code')
  @Permission('user:write')
  @ApiOperation({ summary: 'Add or change a post; new roles reach the accounts of its holders at once' })
  @ApiOkResponse({ type: OrganisationWritten })
  @ApiProblems(422)
  post(
    @Param() path: OrganisationPath,
    @Body() body: PostBody,
    @Context() context: RequestContext,
  ): Promise<OrganisationWritten> {
    return this.operations.call(PutPost, { ...body, ...path }, context);
  }

  @Put('groups/:code')
  @Permission('staff:write')
  @ApiOperation({ summary: 'Add or change a group and its leader' })
  @ApiOkResponse({ type: OrganisationWritten })
  @ApiProblems(404, 422)
  group(
    @Param() path: OrganisationPath,
    @Body() body: StaffGroupBody,
    @Context() context: RequestContext,
  ): Promise<OrganisationWritten> {
    return this.operations.call(PutStaffGroup, { ...body, ...path }, context);
  }

  @Put('skills/:code')
  @Permission('staff:write')
  @ApiOperation({ summary: 'Add or change a skill; a dialect is one' })
  @ApiOkResponse({ type: OrganisationWritten })
  skill(
    @Param() path: OrganisationPath,
    @Body() body: SkillBody,
    @Context() context: RequestContext,
  ): Promise<OrganisationWritten> {
    return this.operations.call(PutSkill, { ...body, ...path }, context);
  }
}
