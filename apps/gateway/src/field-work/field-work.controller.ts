import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  ChangeEstimate,
  ChangeEstimateRequest,
  CrewArrived,
  CrewArrivedRequest,
  DispatchCrew,
  DispatchCrewRequest,
  FaultReference,
  FieldWorkView,
  GetFieldWork,
  LinkedFaults,
  LinkFaults,
  LinkFaultsRequest,
  MarkCustomerOwned,
  MarkCustomerOwnedRequest,
  ReportFromSite,
  ReportFromSiteRequest,
  type RequestContext,
  RestoredFaults,
  RestoreSupply,
  RestoreSupplyRequest,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';

/** A fault with thousands of reports is restored at once. */
const WHOLE_FAULT = { timeoutMs: 60_000 };

export class FaultPath extends FaultReference {}
export class DispatchCrewBody extends OmitType(DispatchCrewRequest, ['number'] as const) {}
export class CrewArrivedBody extends OmitType(CrewArrivedRequest, ['number'] as const) {}
export class ReportFromSiteBody extends OmitType(ReportFromSiteRequest, ['number'] as const) {}
export class ChangeEstimateBody extends OmitType(ChangeEstimateRequest, ['number'] as const) {}
export class RestoreSupplyBody extends OmitType(RestoreSupplyRequest, ['number'] as const) {}
export class MarkCustomerOwnedBody extends OmitType(MarkCustomerOwnedRequest, ['number'] as const) {}

@ApiTags('field work')
@ApiBearerAuth()
@Controller('faults')
export class FieldWorkController {
  constructor(private readonly operations: OperationClient) {}

  @Get(':number')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'What happened to a fault in the field: crews, reports, estimates, restoration' })
  @ApiOkResponse({ type: FieldWorkView })
  @ApiProblems(404, 422)
  one(@Param() path: FaultPath, @Context() context: RequestContext): Promise<FieldWorkView> {
    return this.operations.call(GetFieldWork, path, context);
  }

  @Post(':number/dispatch')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'A crew is sent: its leader, phone and departure' })
  @ApiOkResponse({ type: FieldWorkView })
  @ApiProblems(404, 409, 422)
  dispatch(
    @Param() { number }: FaultPath,
    @Body() body: DispatchCrewBody,
    @Context() context: RequestContext,
  ): Promise<FieldWorkView> {
    return this.operations.call(DispatchCrew, { ...body, number }, context);
  }

  @Post(':number/arrival')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The crew is on site' })
  @ApiOkResponse({ type: FieldWorkView })
  @ApiProblems(404, 409, 422)
  arrived(
    @Param() { number }: FaultPath,
    @Body() body: CrewArrivedBody,
    @Context() context: RequestContext,
  ): Promise<FieldWorkView> {
    return this.operations.call(CrewArrived, { ...body, number }, context);
  }

  @Post(':number/site-reports')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Symptom, cause and estimate from the site; the outage takes the estimate over' })
  @ApiOkResponse({ type: FieldWorkView })
  @ApiProblems(404, 409, 422)
  report(
    @Param() { number }: FaultPath,
    @Body() body: ReportFromSiteBody,
    @Context() context: RequestContext,
  ): Promise<FieldWorkView> {
    return this.operations.call(ReportFromSite, { ...body, number }, context);
  }

  @Post(':number/estimate')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Supply is expected back at another time, with the reason' })
  @ApiOkResponse({ type: FieldWorkView })
  @ApiProblems(404, 409, 422)
  estimate(
    @Param() { number }: FaultPath,
    @Body() body: ChangeEstimateBody,
    @Context() context: RequestContext,
  ): Promise<FieldWorkView> {
    return this.operations.call(ChangeEstimate, { ...body, number }, context);
  }

  @Post(':number/restoration')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Supply is back: main fault, result, time',
    description:
      'All reports of the fault are restored with it, the outage ends, and everybody who reported it is told.',
  })
  @ApiOkResponse({ type: RestoredFaults })
  @ApiProblems(404, 409, 422)
  restore(
    @Param() { number }: FaultPath,
    @Body() body: RestoreSupplyBody,
    @Context() context: RequestContext,
  ): Promise<RestoredFaults> {
    return this.operations.call(RestoreSupply, { ...body, number }, context, WHOLE_FAULT);
  }

  @Post(':number/customer-owned')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({
    summary: "The equipment is the customer's own: explained, an electrician named, or repaired at a price",
  })
  @ApiOkResponse({ type: FieldWorkView })
  @ApiProblems(404, 409, 422)
  customerOwned(
    @Param() { number }: FaultPath,
    @Body() body: MarkCustomerOwnedBody,
    @Context() context: RequestContext,
  ): Promise<FieldWorkView> {
    return this.operations.call(MarkCustomerOwned, { ...body, number }, context);
  }

  @Post('links')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Link many faults to one outage, or take the link away; all of them or none' })
  @ApiOkResponse({ type: LinkedFaults })
  @ApiProblems(404, 409, 422)
  link(@Body() body: LinkFaultsRequest, @Context() context: RequestContext): Promise<LinkedFaults> {
    return this.operations.call(LinkFaults, body, context, WHOLE_FAULT);
  }
}
