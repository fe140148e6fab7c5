import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  FindCustomer,
  FindCustomerRequest,
  FoundCustomers,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { Context } from '../request-context/context.decorator';

@ApiTags('customers')
@ApiBearerAuth()
@Controller('customers')
export class FindCustomerController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('customer:read')
  @ApiOperation({ summary: 'Who a caller may be: by bound number (E.164), by account, or by both' })
  @ApiOkResponse({ type: FoundCustomers })
  find(@Query() query: FindCustomerRequest, @Context() context: RequestContext): Promise<FoundCustomers> {
    return this.operations.call(FindCustomer, query, context);
  }
}
