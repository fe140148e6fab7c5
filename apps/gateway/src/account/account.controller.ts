import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AccountPage,
  AccountView,
  GetAccount,
  ListAccounts,
  ListAccountsRequest,
  ListPayments,
  PaymentPage,
  PaymentView,
  RecordPayment,
  RegisterAccount,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AccountPath, PaymentsQuery, RecordPaymentBody, RegisterAccountBody } from './account.dto';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('accounts')
export class AccountController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('customer:read')
  @ApiOperation({ summary: 'Accounts by their number' })
  @ApiPage(AccountView)
  list(@Query() query: ListAccountsRequest, @Context() context: RequestContext): Promise<AccountPage> {
    return this.operations.call(ListAccounts, query, context);
  }

  @Put(':accountNo')
  @Permission('account:write')
  @ApiOperation({
    summary: 'Store an account as the billing system tells it now',
    description:
      'Value tier, list flag and importance are three separate fields; what is left out of them stays as it was.',
  })
  @ApiOkResponse({ type: AccountView })
  register(
    @Param() { accountNo }: AccountPath,
    @Body() body: RegisterAccountBody,
    @Context() context: RequestContext,
  ): Promise<AccountView> {
    return this.operations.call(RegisterAccount, { accountNo, ...body }, context);
  }

  @Get(':accountNo')
  @Permission('account:read')
  @ApiOperation({ summary: 'One account' })
  @ApiOkResponse({ type: AccountView })
  @ApiProblems(404)
  one(@Param() { accountNo }: AccountPath, @Context() context: RequestContext): Promise<AccountView> {
    return this.operations.call(GetAccount, { accountNo }, context);
  }

  @Post(':accountNo/payments')
  @Permission('payment:write')
  @ApiOperation({
    summary: 'Record a payment, once per source and reference',
    description:
      'The next call about the bill subtracts it, or is not made. An account that is not registered here is ' +
      'accepted: the billing system is the truth for accounts; the answer says `accountKnown: false`.',
  })
  @ApiCreatedResponse({ type: PaymentView })
  @ApiProblems(409, 422)
  pay(
    @Param() { accountNo }: AccountPath,
    @Body() body: RecordPaymentBody,
    @Context() context: RequestContext,
  ): Promise<PaymentView> {
    return this.operations.call(
      RecordPayment,
      { ...body, accountNo, source: body.source ?? 'billing' },
      context,
    );
  }

  @Get(':accountNo/payments')
  @Permission('payment:read')
  @ApiOperation({ summary: 'Payments of an account, the latest first' })
  @ApiOkResponse({ type: PaymentPage })
  payments(
    @Param() { accountNo }: AccountPath,
    @Query() query: PaymentsQuery,
    @Context() context: RequestContext,
  ): Promise<PaymentPage> {
    return this.operations.call(ListPayments, { accountNo, ...query }, context);
  }
}
