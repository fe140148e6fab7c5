import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNumber, IsOptional, Min } from 'class-validator';
import { OptionalText, RequiredText } from '../../kernel/fields';
import { Code, OptionalCode, SecondOf } from './quality-fields';

/** What is given to one item of the scorecard. */
export class ItemMarkBody {
  @Code('Item of the scorecard', 'greeting-active')
  item: string;

  @ApiPropertyOptional({ description: 'False: there was no occasion for it', default: true })
  @IsOptional()
  @IsBoolean()
  applies?: boolean;

  @ApiPropertyOptional({ description: 'Of an item of points', minimum: 0 })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  points?: number;

  @ApiPropertyOptional({ description: 'Of a yes-no or critical item' })
  @IsOptional()
  @IsBoolean()
  passed?: boolean;

  @OptionalText('Why', 500)
  note?: string;
}

/** A place of the recording that is to be heard. */
export class TimeMarkBody {
  @SecondOf('Seconds from the begin of the recording')
  second: number;

  @OptionalCode('Item that it is about', 'greeting-active')
  item?: string;

  @RequiredText('What is heard there', 500)
  note: string;
}
