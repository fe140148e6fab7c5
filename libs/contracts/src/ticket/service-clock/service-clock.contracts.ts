import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  OptionalAreaCode,
  OptionalFlag,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../fields';
import { WorkOrderNumber } from '../work-order/work-order-number.field';
import { Level, OptionalLimit, OptionalWord, Word } from './service-clock.fields';
import { ServiceClockDetails, ServiceClockView } from './service-clock.view';
import {
  CLOCK_SUBJECTS,
  CLOCK_TARGET_UNITS,
  type ClockSubjectName,
  type ClockTargetUnit,
  SERVICE_CLOCK_ERRORS,
  SERVICE_CLOCK_STATES,
  type ServiceClockState,
} from './words';

export class ClocksOfRequest {
  @ApiProperty({ description: 'What they are about', enum: CLOCK_SUBJECTS })
  @IsIn(CLOCK_SUBJECTS)
  subject: ClockSubjectName;

  @RequiredText('Number of the work order, or id of the outage', 100)
  subjectId: string;
}

export class ClocksOf {
  @ApiProperty({ description: 'In the order in which they started', type: [ServiceClockDetails] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ServiceClockDetails)
  items: ServiceClockDetails[];
}

/** Every clock of a work order, an outage or data of which customers are told; none when there is no such thing. */
export const ListClocksOf = operation({
  subject: 'ticket.query.clocks-of.v1',
  request: ClocksOfRequest,
  reply: ClocksOf,
});

export const CLOCK_SORTS = ['due', '-due'] as const;
export type ClockSort = (typeof CLOCK_SORTS)[number];

export class ListServiceClocksRequest extends PageRequest {
  @OptionalOneOf('Only about this', CLOCK_SUBJECTS)
  subject?: ClockSubjectName;

  @OptionalOneOf('Only in this state; otherwise those that are not over', [
    ...SERVICE_CLOCK_STATES,
    'open',
    'all',
  ])
  state?: ServiceClockState | 'open' | 'all';

  @OptionalWord('Only of this owner: `centre`, or a department', 'business')
  owner?: string;

  @OptionalWord('Only of this stage', 'department-result')
  stage?: string;

  @OptionalLimit()
  limitId?: string;

  @OptionalWord('Only of this kind of work order or outage', 'complaint')
  kind?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @OptionalInstant('Only those due before this time')
  dueBefore?: string;

  @OptionalInstant('Only those due at this time or later')
  dueFrom?: string;

  @OptionalFlag('Only those that are or were late, or only the others')
  breached?: boolean;

  @OptionalFlag('Only those whose due date rests on days nobody knows yet')
  provisional?: boolean;

  @ApiPropertyOptional({
    description: 'Only those of which this level or a higher one was told',
    type: 'integer',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(9)
  levelFrom?: number;

  @OptionalOneOf('By due date, or backwards; what stands still comes last', CLOCK_SORTS)
  sort?: ClockSort;
}

export class ServiceClockPage extends PageOf(ServiceClockView, 'By due date') {}

export const ListServiceClocks = operation({
  subject: 'ticket.query.service-clocks.v1',
  request: ListServiceClocksRequest,
  reply: ServiceClockPage,
});

export class ReTargetClockRequest {
  @WorkOrderNumber('Number of the work order')
  number: string;

  @Word('Stage of the clock', 'department-result')
  stage: string;

  @OptionalWord('Owner of the clock, where several departments have one', 'business')
  owner?: string;

  @OptionalInstant('A due date set by hand; pauses do not move it')
  dueAt?: string;

  @ApiPropertyOptional({
    description: 'Another length, from the original start: its unit',
    enum: CLOCK_TARGET_UNITS,
  })
  @IsOptional()
  @IsIn(CLOCK_TARGET_UNITS)
  unit?: ClockTargetUnit;

  @ApiPropertyOptional({ description: 'Another length: how many of the unit', type: 'integer', minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  value?: number;

  @RequiredText('Why', 500)
  reason: string;
}

/**
 * Gives a running clock of a work order another length or a due date set by hand. Its start and its pauses stay as they
 * are; what was late stays late. `request.invalid` unless exactly one of dueAt, or unit and value, is given.
 */
export const ReTargetClock = operation({
  subject: 'ticket.command.re-target-clock.v1',
  request: ReTargetClockRequest,
  reply: ServiceClockDetails,
  errors: [SERVICE_CLOCK_ERRORS.notFound, SERVICE_CLOCK_ERRORS.isOver],
});

export class AcknowledgeEscalationRequest {
  @ApiProperty({ description: 'Id of the clock', format: 'uuid' })
  @IsUUID()
  clockId: string;

  @Level('Level that was told')
  level: number;

  @OptionalText('What is being done', 1000)
  note?: string;
}

/** Somebody takes note of an escalation; whoever comes second changes nothing. */
export const AcknowledgeEscalation = operation({
  subject: 'ticket.command.acknowledge-escalation.v1',
  request: AcknowledgeEscalationRequest,
  reply: ServiceClockDetails,
  errors: [SERVICE_CLOCK_ERRORS.notFound, SERVICE_CLOCK_ERRORS.notEscalated],
});
