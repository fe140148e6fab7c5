import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNumber, IsOptional, IsString, ValidateIf, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Count, Instant, OptionalInstant, OptionalOneOf } from '../fields';
import { OptionalLimit, OptionalWord } from './service-clock.fields';

export const OVERDUE_GROUPS = ['owner', 'limit', 'kind', 'area'] as const;
export type OverdueGroup = (typeof OVERDUE_GROUPS)[number];

export class OverdueFiguresRequest {
  @OptionalInstant('Clocks that started at this time or later; 30 days before `to` unless given')
  from?: string;

  @OptionalInstant('Clocks that started before this time; now unless given')
  to?: string;

  @OptionalOneOf('A row for each of these', OVERDUE_GROUPS)
  by?: OverdueGroup;

  @OptionalWord('Only of this owner', 'business')
  owner?: string;

  @OptionalLimit()
  limitId?: string;
}

export class OverdueFigures {
  @ApiPropertyOptional({ description: 'Owner, limit, kind or area; absent where there is none' })
  @IsOptional()
  @IsString()
  group?: string;

  @Count('Clocks that started')
  started: number;

  @Count('Not over, and not late')
  open: number;

  @Count('Not over, and due within 24 hours')
  dueSoon: number;

  @Count('Not over, and late')
  overdue: number;

  @Count('Met in time')
  metInTime: number;

  @Count('Met, but late')
  metLate: number;

  @Count('Ended without a verdict')
  ended: number;

  @ApiProperty({
    description: 'Met in time, of those met and those that are late: 0 to 1; null when there is none',
    type: Number,
    nullable: true,
  })
  @ValidateIf((figures: OverdueFigures) => figures.onTimeShare !== null)
  @IsNumber()
  onTimeShare: number | null;
}

export class OverdueReport {
  @Instant('Clocks that started at this time or later')
  from: string;

  @Instant('Clocks that started before this time')
  to: string;

  @ApiProperty({ description: 'What the rows stand for', enum: OVERDUE_GROUPS })
  @IsIn(OVERDUE_GROUPS)
  by: OverdueGroup;

  @ApiProperty({ description: 'By group', type: [OverdueFigures] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OverdueFigures)
  items: OverdueFigures[];

  @ApiProperty({ description: 'Of all rows together', type: OverdueFigures })
  @ValidateNested()
  @Type(() => OverdueFigures)
  total: OverdueFigures;
}

/** How time limits are kept, by department or limit (art. 6(6)). At most 400 days at once. */
export const GetOverdueFigures = operation({
  subject: 'ticket.query.overdue-figures.v1',
  request: OverdueFiguresRequest,
  reply: OverdueReport,
});
