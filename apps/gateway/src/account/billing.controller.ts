import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ArrearsFacts,
  ArrearsView,
  type BillPage,
  BillView,
  ListArrears,
  ListBills,
  ListBillsRequest,
  PutArrears,
  PutBill,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { Context } from '../request-context/context.decorator';
import {
  AccountBillsQuery,
  AccountMonthPath,
  AccountPath,
  BillsExportQuery,
  PutArrearsBody,
  PutBillBody,
} from './account.dto';
import { BILL_COLUMNS } from './billing-columns';

@ApiTags('bills')
@ApiBearerAuth()
@Controller()
export class BillingController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('bills')
  @Permission('bill:read')
  @ApiOperation({ summary: 'Bills, the latest month first' })
  @ApiPage(BillView)
  bills(@Query() query: ListBillsRequest, @Context() context: RequestContext): Promise<BillPage> {
    return this.operations.call(ListBills, query, context);
  }

  @Get('bills/export')
  @Permission('bill:read')
  @ApiOperation({ summary: 'Bills as a file; the import of bills takes it back' })
  @ApiListFile()
  exportBills(@Query() query: BillsExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListBills, columns: BILL_COLUMNS };
    const names = { fileName: 'bills', sheetName: { 'zh-CN': '电费账单', en: 'Bills' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('accounts/:accountNo/bills')
  @Permission('bill:read')
  @ApiOperation({ summary: 'Bills of an account, the latest month first' })
  @ApiPage(BillView)
  ofAccount(
    @Param() { accountNo }: AccountPath,
    @Query() query: AccountBillsQuery,
    @Context() context: RequestContext,
  ): Promise<BillPage> {
    return this.operations.call(ListBills, { accountNo, ...query }, context);
  }

  @Put('accounts/:accountNo/bills/:billMonth')
  @Permission('bill:write')
  @ApiOperation({ summary: 'Store a bill as the billing system tells it' })
  @ApiOkResponse({ type: BillView })
  putBill(
    @Param() path: AccountMonthPath,
    @Body() body: PutBillBody,
    @Context() context: RequestContext,
  ): Promise<BillView> {
    return this.operations.call(PutBill, { ...path, ...body }, context);
  }

  @Get('accounts/:accountNo/arrears')
  @Permission('bill:read')
  @ApiOperation({
    summary: 'What an account owes today',
    description:
      'What the billing system said, less the payments recorded since (the oldest month first), with the penalty up to ' +
      'today by the policy `penalty`.',
  })
  @ApiOkResponse({ type: ArrearsView })
  arrears(@Param() path: AccountPath, @Context() context: RequestContext): Promise<ArrearsView> {
    return this.operations.call(ListArrears, path, context);
  }

  @Put('accounts/:accountNo/arrears/:billMonth')
  @Permission('bill:write')
  @ApiOperation({ summary: 'Store what the billing system says is owed of a month; 0 when it is settled' })
  @ApiOkResponse({ type: ArrearsFacts })
  putArrears(
    @Param() path: AccountMonthPath,
    @Body() body: PutArrearsBody,
    @Context() context: RequestContext,
  ): Promise<ArrearsFacts> {
    return this.operations.call(PutArrears, { ...path, ...body }, context);
  }
}
