import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalInstant, OptionalText, Phone, RequiredText } from '../fields';

export const FIELD_WORK_ERRORS = {
  /** Only faults have crews. */
  notAFault: 'field-work.not-a-fault',
  /** A time in the future, before the one that must be earlier, or an estimate that has passed; `details.field`. */
  timeImpossible: 'field-work.time-impossible',
  /** A paid repair needs an approved tariff, told to the customer before (§2.1). */
  priceNotTold: 'field-work.price-not-told',
} as const;

const COMMON = ['work-order.not-found', 'work-order.not-allowed-in-state', FIELD_WORK_ERRORS.notAFault];

export class FaultReference {
  @RequiredText('Number of the fault', 40)
  number: string;
}

export class CrewView {
  @RequiredText('Leader of the crew', 100)
  leader: string;

  @RequiredText("The leader's number", 20)
  phone: string;

  @Instant('When it departed')
  departedAt: string;

  @OptionalInstant('When it came to the site')
  arrivedAt?: string;

  @ApiPropertyOptional({ description: 'Minutes on the way', type: 'integer' })
  @IsOptional()
  @IsInt()
  minutesOnTheWay?: number;
}

export class SiteReportView {
  @Instant('When it was reported')
  reportedAt: string;

  @RequiredText('What the crew found', 2000)
  symptom: string;

  @OptionalText('Cause, where it is known', 1000)
  cause?: string;

  @OptionalText('Where the crew is', 500)
  crewLocation?: string;

  @OptionalInstant('When supply is expected back')
  estimatedRestorationAt?: string;
}

export class EstimateChangeView {
  @Instant('When it was changed')
  changedAt: string;

  @Instant('When supply is expected back from then on')
  estimatedRestorationAt: string;

  @OptionalText('Why', 500)
  reason?: string;
}

export class RestorationView {
  @RequiredText('The main fault', 1000)
  mainFault: string;

  @RequiredText('What was done', 2000)
  result: string;

  @Instant('When power was back')
  restoredAt: string;
}

export class CustomerOwnedView {
  @RequiredText('What was explained to the customer', 1000)
  explanation: string;

  @OptionalText('The community electrician who was named', 200)
  electrician?: string;

  @OptionalText('The approved tariff of a paid repair', 200)
  tariff?: string;
}

export class FieldWorkView extends FaultReference {
  @RequiredText('Where the case stands', 40)
  stage: string;

  @ApiPropertyOptional({ description: 'The outage that it belongs to', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;

  @OptionalText('The report that it belongs to', 40)
  parent?: string;

  @ApiProperty({ description: 'Crews that were sent, the first first', type: [CrewView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CrewView)
  crews: CrewView[];

  @ApiProperty({ description: 'Reports from the site, the first first', type: [SiteReportView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SiteReportView)
  reports: SiteReportView[];

  @ApiProperty({ description: 'Changes of the estimate', type: [EstimateChangeView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EstimateChangeView)
  estimates: EstimateChangeView[];

  @OptionalInstant('When supply is expected back, as it stands now')
  estimatedRestorationAt?: string;

  @ApiPropertyOptional({ description: 'How it was restored', type: RestorationView })
  @IsOptional()
  @ValidateNested()
  @Type(() => RestorationView)
  restoration?: RestorationView;

  @ApiPropertyOptional({ description: "The customer's own equipment", type: CustomerOwnedView })
  @IsOptional()
  @ValidateNested()
  @Type(() => CustomerOwnedView)
  customerOwned?: CustomerOwnedView;
}

/** What happened to a fault in the field. Its limits (L01–L06) are its service clocks. */
export const GetFieldWork = operation({
  subject: 'ticket.query.field-work.v1',
  request: FaultReference,
  reply: FieldWorkView,
  errors: ['work-order.not-found', FIELD_WORK_ERRORS.notAFault],
});

export class DispatchCrewRequest extends FaultReference {
  @RequiredText('Leader of the crew', 100)
  leader: string;

  @Phone("The leader's number")
  phone: string;

  @OptionalInstant('When it departed; now unless told')
  departedAt?: string;
}

/** The repair duty leader sends a crew and tells leader, phone and departure (art. 12(7), L06). */
export const DispatchCrew = operation({
  subject: 'ticket.command.dispatch-crew.v1',
  request: DispatchCrewRequest,
  reply: FieldWorkView,
  errors: [...COMMON, FIELD_WORK_ERRORS.timeImpossible],
});

export class CrewArrivedRequest extends FaultReference {
  @OptionalInstant('When it came; now unless told')
  arrivedAt?: string;
}

/** The crew is on site (L01–L04 by the class of the area). */
export const CrewArrived = operation({
  subject: 'ticket.command.crew-arrived.v1',
  request: CrewArrivedRequest,
  reply: FieldWorkView,
  errors: [...COMMON, FIELD_WORK_ERRORS.timeImpossible],
});

export class ReportFromSiteRequest extends FaultReference {
  @RequiredText('What the crew found', 2000)
  symptom: string;

  @OptionalText('Cause, where it is known', 1000)
  cause?: string;

  @OptionalText('Where the crew is', 500)
  crewLocation?: string;

  @OptionalInstant('When supply is expected back; an outage that it belongs to takes it over')
  estimatedRestorationAt?: string;
}

/** Symptom and estimate from the site, within half an hour of arrival, then whenever they change (L05). */
export const ReportFromSite = operation({
  subject: 'ticket.command.report-from-site.v1',
  request: ReportFromSiteRequest,
  reply: FieldWorkView,
  errors: [...COMMON, FIELD_WORK_ERRORS.timeImpossible],
});

export class ChangeEstimateRequest extends FaultReference {
  @Instant('When supply is expected back now; an outage that it belongs to takes it over')
  estimatedRestorationAt: string;

  @RequiredText('Why', 500)
  reason: string;
}

export const ChangeEstimate = operation({
  subject: 'ticket.command.change-estimate.v1',
  request: ChangeEstimateRequest,
  reply: FieldWorkView,
  errors: [...COMMON, FIELD_WORK_ERRORS.timeImpossible],
});

export class RestoreSupplyRequest extends FaultReference {
  @RequiredText('The main fault', 1000)
  mainFault: string;

  @RequiredText('What was done', 2000)
  result: string;

  @OptionalInstant('When power was back; now unless told')
  restoredAt?: string;

  @ApiPropertyOptional({
    description:
      'All reports of the same fault are restored too: those of its outage, which ends, or its children. Default true',
  })
  @IsOptional()
  @IsBoolean()
  wholeFault?: boolean;
}

export class RestoredFaults {
  @ApiProperty({ description: 'The fault', type: FieldWorkView })
  @ValidateNested()
  @Type(() => FieldWorkView)
  fault: FieldWorkView;

  @ApiProperty({
    description: 'Reports that were restored at once, its own first; those behind the first 50 follow',
    type: [String],
  })
  @IsArray()
  @IsString({ each: true })
  restored: string[];

  @ApiProperty({
    description: 'Whether more reports follow, in the background; the outage ends with the last',
  })
  @IsBoolean()
  goesOn: boolean;

  @ApiPropertyOptional({ description: 'The outage that ended, whose reporters are told', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;
}

/**
 * Supply is back (art. 25(9)): the crew tells main fault, result and time. All reports of the fault are restored with
 * it, their outage ends, everybody who reported it is told, and a sample of them is called (art. 21(7)).
 */
export const RestoreSupply = operation({
  subject: 'ticket.command.restore-supply.v1',
  request: RestoreSupplyRequest,
  reply: RestoredFaults,
  errors: [...COMMON, FIELD_WORK_ERRORS.timeImpossible],
});

export class PaidRepair {
  @RequiredText('The approved tariff', 200)
  tariff: string;

  @ApiProperty({ description: 'The customer was told the price before' })
  @IsBoolean()
  priceTold: boolean;
}

export class MarkCustomerOwnedRequest extends FaultReference {
  @RequiredText('What was explained to the customer', 1000)
  explanation: string;

  @OptionalText('The community electrician who was named', 200)
  electrician?: string;

  @ApiPropertyOptional({ description: 'A repair that the customer pays', type: PaidRepair })
  @IsOptional()
  @ValidateNested()
  @Type(() => PaidRepair)
  paidRepair?: PaidRepair;
}

/** The equipment is the customer's: explained and left to an electrician, or repaired at an approved tariff (art. 12(5)). */
export const MarkCustomerOwned = operation({
  subject: 'ticket.command.mark-customer-owned.v1',
  request: MarkCustomerOwnedRequest,
  reply: FieldWorkView,
  errors: [...COMMON, FIELD_WORK_ERRORS.priceNotTold],
});

export class LinkFaultsRequest {
  @ApiProperty({ description: 'Numbers of faults', type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  numbers: string[];

  @ApiPropertyOptional({ description: 'The outage; absent: the link is taken away', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;
}

export class LinkedFaults {
  @ApiProperty({ description: 'The faults whose link changed', type: [String] })
  @IsArray()
  @IsString({ each: true })
  linked: string[];
}

/** Many reports, one outage: they are restored, told and sampled together. All of them or none. */
export const LinkFaults = operation({
  subject: 'ticket.command.link-faults.v1',
  request: LinkFaultsRequest,
  reply: LinkedFaults,
  errors: [...COMMON, 'outage.not-found'],
});
