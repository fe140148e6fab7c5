import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalInstant, OptionalText, Phone, RequiredText } from '../fields';
import { FIELD_WORK_ERRORS, TOLD_OF_A_FAULT } from './field-work-errors';
import { FaultReference, FieldWorkView } from './field-work.view';

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
  errors: [...TOLD_OF_A_FAULT, FIELD_WORK_ERRORS.timeImpossible],
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
  errors: [...TOLD_OF_A_FAULT, FIELD_WORK_ERRORS.timeImpossible],
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
  errors: [...TOLD_OF_A_FAULT, FIELD_WORK_ERRORS.timeImpossible],
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
  errors: [...TOLD_OF_A_FAULT, FIELD_WORK_ERRORS.timeImpossible],
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
  errors: [...TOLD_OF_A_FAULT, FIELD_WORK_ERRORS.priceNotTold],
});
