import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetTelephoneAccess,
  RemoveTelephonePassword,
  type RequestContext,
  SetTelephonePassword,
  TelephoneAccessView,
  UnlockTelephoneAccess,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AccountPath, TelephonePasswordBody } from './account.dto';

@ApiTags('telephone access')
@ApiBearerAuth()
@Controller('accounts/:accountNo/telephone-access')
export class TelephoneAccessController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('customer:read')
  @ApiOperation({ summary: 'Whether the account has a telephone password, its failures, its lock' })
  @ApiOkResponse({ type: TelephoneAccessView })
  @ApiProblems(404)
  state(@Param() path: AccountPath, @Context() context: RequestContext): Promise<TelephoneAccessView> {
    return this.operations.call(GetTelephoneAccess, path, context);
  }

  @Put('password')
  @Permission('customer:write')
  @ApiOperation({
    summary: 'Set the telephone password, or another one',
    description: 'Kept as an argon2id hash; it is shown nowhere. Lifts a lock.',
  })
  @ApiOkResponse({ type: TelephoneAccessView })
  @ApiProblems(404, 422)
  set(
    @Param() { accountNo }: AccountPath,
    @Body() { password }: TelephonePasswordBody,
    @Context() context: RequestContext,
  ): Promise<TelephoneAccessView> {
    return this.operations.call(SetTelephonePassword, { accountNo, password }, context);
  }

  @Delete('password')
  @Permission('customer:write')
  @ApiOperation({ summary: 'Take the telephone password away' })
  @ApiOkResponse({ type: TelephoneAccessView })
  @ApiProblems(404)
  remove(@Param() path: AccountPath, @Context() context: RequestContext): Promise<TelephoneAccessView> {
    return this.operations.call(RemoveTelephonePassword, path, context);
  }

  @Delete('lock')
  @Permission('customer:write')
  @ApiOperation({ summary: 'Forget the failures and lift the lock' })
  @ApiOkResponse({ type: TelephoneAccessView })
  @ApiProblems(404)
  unlock(@Param() path: AccountPath, @Context() context: RequestContext): Promise<TelephoneAccessView> {
    return this.operations.call(UnlockTelephoneAccess, path, context);
  }
}
