import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { FIGURE_ERRORS } from './errors';
import { Moment, OptionalWord } from './fields';
import { QueueFiguresRow, SelfServiceView } from './queue-figures.view';
import { FIGURE_GROUPS, FIGURE_INTERVALS, type FigureGroup, type FigureInterval } from './words';

export class GetQueueFiguresRequest {
  @Moment('Begin; rounded down to the interval, in China’s time')
  from: string;

  @Moment('End, exclusive; rounded up to the interval')
  to: string;

  @OptionalWord('Length of one row; default `quarter`', FIGURE_INTERVALS)
  interval?: FigureInterval;

  @OptionalWord('One row for each of these; default all together', FIGURE_GROUPS)
  groupBy?: FigureGroup;
}

export class QueueFiguresReport {
  @ApiProperty({
    description:
      'Rows by time, then by group; times in which nobody called are left out; those in which callers were in menus alone are there unless groups were asked for',
    type: [QueueFiguresRow],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QueueFiguresRow)
  items: QueueFiguresRow[];

  @ApiProperty({ description: 'The whole time together', type: QueueFiguresRow })
  @ValidateNested()
  @Type(() => QueueFiguresRow)
  total: QueueFiguresRow;

  @ApiProperty({ description: 'The menus in the whole time', type: SelfServiceView })
  @ValidateNested()
  @Type(() => SelfServiceView)
  selfService: SelfServiceView;
}

/** History of the queues' figures, by quarter hour and longer. */
export const GetQueueFigures = operation({
  subject: 'ivr.query.get-queue-figures.v1',
  request: GetQueueFiguresRequest,
  reply: QueueFiguresReport,
  errors: [FIGURE_ERRORS.emptyTime, FIGURE_ERRORS.tooManyRows],
});
