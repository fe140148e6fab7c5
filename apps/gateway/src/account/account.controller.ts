import { Body, Controller, Get, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
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
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import {
  AccountPath,
  PaymentsExportQuery,
  PaymentsQuery,
  RecordPaymentBody,
  RegisterAccountBody,
} from './account.dto';
import { PAYMENT_COLUMNS } from './billing-columns';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

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

  @Get(':accountNo/payments/export')
  @Permission('payment:read')
  @ApiOperation({ summary: 'Payments of an account as a file' })
  @ApiListFile()
  exportPayments(
    @Param() { accountNo }: AccountPath,
    @Query() query: PaymentsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListPayments, columns: PAYMENT_COLUMNS };
    const names = { fileName: 'payments', sheetName: { 'zh-CN': '缴费记录', en: 'Payments' } };
    return this.files.of({ ...list, ...names }, { accountNo, ...query }, context);
  }
}
