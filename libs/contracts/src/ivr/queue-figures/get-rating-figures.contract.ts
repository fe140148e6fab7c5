import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { FIGURE_ERRORS } from './errors';
import { Moment, OptionalWord } from './fields';
import { RatingFiguresRow } from './rating-figures.view';
import { RATING_GROUPS, type RatingGroup } from './words';

export class GetRatingFiguresRequest {
  @Moment('Begin')
  from: string;

  @Moment('End, exclusive')
  to: string;

  @OptionalWord('One row for each of these; default `agent`', RATING_GROUPS)
  groupBy?: RatingGroup;
}

export class RatingFiguresReport {
  @ApiProperty({ description: 'Rows by group', type: [RatingFiguresRow] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RatingFiguresRow)
  items: RatingFiguresRow[];

  @ApiProperty({ description: 'All together', type: RatingFiguresRow })
  @ValidateNested()
  @Type(() => RatingFiguresRow)
  total: RatingFiguresRow;
}

/** What callers said after their calls, by agent, matter, queue or day (T1.7). */
export const GetRatingFigures = operation({
  subject: 'ivr.query.get-rating-figures.v1',
  request: GetRatingFiguresRequest,
  reply: RatingFiguresReport,
  errors: [FIGURE_ERRORS.emptyTime],
});
