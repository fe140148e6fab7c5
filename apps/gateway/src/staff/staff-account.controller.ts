import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type RequestContext, StaffReference } from '@switchyard/contracts';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { StaffStandings } from '../users/follow-staff/staff-standings.port';
import { UserView } from '../users/user.dto';
import { GiveAccount } from './give-account';
import { AccountProblems, StaffAccountBody, TakeAccountQuery, toAccountProblem } from './staff-account.dto';

export class StaffAccountPath extends StaffReference {}

@ApiTags('staff')
@ApiBearerAuth()
@Controller()
export class StaffAccountController {
  constructor(
    private readonly give: GiveAccount,
    private readonly standings: StaffStandings,
  ) {}

  @Put('staff/:staffNumber/account')
  @Permission('user:write')
  @ApiOperation({
    summary: 'Give a member of staff a sign-in account: one that is there, or a new one',
    description:
      'Roles come from the post and data scope from the department, and follow both. It is on while its owner may act.',
  })
  @ApiOkResponse({ type: UserView })
  @ApiProblems(404, 409, 422)
  put(
    @Param() { staffNumber }: StaffAccountPath,
    @Body() body: StaffAccountBody,
    @Context() context: RequestContext,
  ): Promise<UserView> {
    return this.give.execute(staffNumber, body, context);
  }

  @Delete('staff/:staffNumber/account')
  @Permission('user:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the account away; it is switched off' })
  @ApiNoContentResponse({ description: 'Taken away' })
  @ApiProblems(404, 422)
  async take(
    @Param() { staffNumber }: StaffAccountPath,
    @Query() { reason }: TakeAccountQuery,
    @Context() context: RequestContext,
  ): Promise<void> {
    await this.give.takeAway(staffNumber, reason, context);
  }

  @Get('staff-accounts/problems')
  @Permission('user:read')
  @ApiOperation({
    summary: 'Accounts that do not follow their owners, and why',
    description:
      'last-admin: its owner may not act, but it is the only active admin; make another one. no-account: the account is not there. ' +
      'unknown-role: the post gives a role that does not exist.',
  })
  @ApiOkResponse({ type: AccountProblems })
  async problems(): Promise<AccountProblems> {
    return { items: (await this.standings.pending()).map(toAccountProblem) };
  }
}
