import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Id,
  Instant,
  Month,
  OneOf,
  OptionalFlag,
  OptionalInstant,
  OptionalMonth,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';

/** Points on top, points off, a fine to be proposed (L407–417), or a complaint about the person. */
export const PERFORMANCE_ITEM_KINDS = ['award', 'deduction', 'fine', 'complaint'] as const;
export type PerformanceItemKind = (typeof PERFORMANCE_ITEM_KINDS)[number];

export class PerformanceItemFields {
  @StaffNumber()
  staffNumber: string;

  @Month('Month that it counts in')
  month: string;

  @OneOf('Kind', PERFORMANCE_ITEM_KINDS)
  kind: PerformanceItemKind;

  @ApiProperty({
    description:
      'Matter: of a fine unapproved-swap, uniform, disorder, evening-cleaning, password-of-another, work-book-missing, own-software or ' +
      'serious-matter-not-reported; of an award e.g. adopted-proposal or adopted-article (L399–401); of a deduction any word',
    example: 'adopted-proposal',
  })
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { message: 'must be 1 to 40 small letters, digits or dashes' })
  category: string;

  @ApiPropertyOptional({
    description:
      'Points: of an award 1 to 5 (L387), of a deduction 1 to 10 (L386); none of fines and complaints',
    type: 'integer',
    minimum: 0,
    maximum: 100,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  points?: number;

  @RequiredText('Why', 1000)
  text: string;

  @ApiPropertyOptional({ description: 'Keys of files, numbers of work orders or recordings', type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  evidence?: string[];

  @ApiPropertyOptional({
    description: 'What it is about: the same incident is deducted once (L388)',
    example: 'work-order:W20261003-000017',
  })
  @IsOptional()
  @Matches(/^[a-z][a-z-]{0,39}:\S{1,100}$/, {
    message: 'must be written kind:reference, e.g. work-order:W20261003-000017',
  })
  incident?: string;
}

export class PerformanceItemView extends PerformanceItemFields {
  @Id('Id of the item')
  itemId: string;

  @RequiredText('Who recorded it', 200)
  recordedBy: string;

  @Instant('When')
  recordedAt: string;

  @OptionalText('Who took it back', 200)
  cancelledBy?: string;

  @OptionalInstant('When it was taken back')
  cancelledAt?: string;

  @OptionalText('Why it was taken back', 1000)
  cancelledReason?: string;
}

export class RecordPerformanceItemRequest extends PerformanceItemFields {}

/** Somebody other than the person records it; it counts with the next reckoning of the month. */
export const RecordPerformanceItem = operation({
  subject: 'hr.command.record-performance-item.v1',
  request: RecordPerformanceItemRequest,
  reply: PerformanceItemView,
  errors: [PERFORMANCE_ERRORS.staffNotFound, PERFORMANCE_ERRORS.itemInvalid, PERFORMANCE_ERRORS.ownMatter],
});

export class PerformanceItemCancellation {
  @RequiredText('Why it is taken back', 1000)
  reason: string;
}

export class CancelPerformanceItemRequest extends PerformanceItemCancellation {
  @Id('Id of the item')
  itemId: string;
}

/** It stays on the list, and counts no more. */
export const CancelPerformanceItem = operation({
  subject: 'hr.command.cancel-performance-item.v1',
  request: CancelPerformanceItemRequest,
  reply: PerformanceItemView,
  errors: [PERFORMANCE_ERRORS.itemNotFound, PERFORMANCE_ERRORS.itemCancelled, PERFORMANCE_ERRORS.ownMatter],
});

export class ListPerformanceItemsRequest extends PageRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalMonth('Only of this month')
  month?: string;

  @OptionalOneOf('Only of this kind', PERFORMANCE_ITEM_KINDS)
  kind?: PerformanceItemKind;

  @OptionalFlag('Those that were taken back too')
  cancelled?: boolean;
}

export class PerformanceItemPage extends PageOf(PerformanceItemView, 'The latest first') {}

export const ListPerformanceItems = operation({
  subject: 'hr.query.performance-items.v1',
  request: ListPerformanceItemsRequest,
  reply: PerformanceItemPage,
});
