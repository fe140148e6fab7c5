import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@switchyard/contracts';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { CustomerOverview, CustomerPath } from './customer-overview.dto';
import { GatherOverview } from './gather-overview';

@ApiTags('customers')
@ApiBearerAuth()
@Controller('customers')
export class CustomerOverviewController {
  constructor(private readonly gather: GatherOverview) {}

  @Get(':accountNo/overview')
  @Permission('customer:read')
  @ApiOperation({
    summary:
      'A customer as a whole: account, standing, calls, notices, ratings, work orders, money, outages now',
    description: 'Every part is asked for at the same moment, at most two seconds; one that is away says so.',
  })
  @ApiOkResponse({ type: CustomerOverview })
  @ApiProblems(404)
  overview(
    @Param() { accountNo }: CustomerPath,
    @Context() context: RequestContext,
  ): Promise<CustomerOverview> {
    return this.gather.execute(accountNo, context);
  }
}
