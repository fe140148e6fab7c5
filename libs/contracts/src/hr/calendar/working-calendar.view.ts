import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Day } from '../../ticket/fields';

/** `extra-working-day`: a rest day worked to make up for a holiday (调休上班). */
export const CALENDAR_DAY_KINDS = ['holiday', 'extra-working-day'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

export class CalendarReference {
  @ApiProperty({ description: 'Id of the calendar', example: 'cn' })
  @Matches(/^[a-z][a-z0-9-]{0,19}$/, { message: 'must be 1 to 20 small letters, digits or dashes' })
  calendarId: string;
}

export class CalendarDay {
  @Day('The day')
  date: string;

  @ApiProperty({ description: 'What it is', enum: CALENDAR_DAY_KINDS })
  @IsIn(CALENDAR_DAY_KINDS)
  kind: CalendarDayKind;

  @ApiProperty({ description: 'Name of the holiday in Chinese', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  nameZh: string;

  @ApiProperty({ description: 'Name of the holiday in English', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  nameEn: string;

  @ApiPropertyOptional({ description: 'A rest day swapped in, no statutory holiday; of a holiday only' })
  @IsOptional()
  @IsBoolean()
  inLieu?: boolean;
}

export class CalendarHead extends CalendarReference {
  @ApiProperty({ description: 'Version, from 1', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  version: number;

  @ApiProperty({ description: 'Where its days come from', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  source: string;

  @ApiProperty({ description: 'Edition of that source', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  sourceVersion: string;

  @Day('First day whose holidays are known')
  coveredFrom: string;

  @Day('Last day whose holidays are known')
  coveredTo: string;

  @ApiProperty({ description: 'Working days of the week, 1 Monday to 7 Sunday', type: [Number] })
  @IsArray()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  workingWeekdays: number[];
}

export class CalendarDocumentView extends CalendarHead {
  @ApiProperty({ description: 'Holidays and make-up days, in order', type: [CalendarDay] })
  @IsArray()
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => CalendarDay)
  days: CalendarDay[];
}
