import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalFlag, OptionalInstant } from '../fields';
import { OptionalWord } from './service-clock.fields';
import { ClockLevelView, ServiceClockView } from './service-clock.view';

export class EscalationView {
  @ApiProperty({ description: 'The clock', type: ServiceClockView })
  @ValidateNested()
  @Type(() => ServiceClockView)
  clock: ServiceClockView;

  @ApiProperty({ description: 'The level that was told', type: ClockLevelView })
  @ValidateNested()
  @Type(() => ClockLevelView)
  level: ClockLevelView;
}

export class ListEscalationsRequest extends PageRequest {
  @OptionalFlag('Only those of which somebody took note, or only the others')
  acknowledged?: boolean;

  @OptionalWord('Only of clocks of this owner', 'business')
  owner?: string;

  @OptionalInstant('Only those told at this time or later')
  firedFrom?: string;

  @OptionalInstant('Only those told before this time')
  firedBefore?: string;
}

export class EscalationPage extends PageOf(EscalationView, 'The latest first') {}

/** Levels that were told, the latest first. */
export const ListEscalations = operation({
  subject: 'ticket.query.clock-escalations.v1',
  request: ListEscalationsRequest,
  reply: EscalationPage,
});
