import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { DialledNumberView } from './dialled-number.view';

export class ListDialledNumbersRequest {}

export class DialledNumberList {
  @ApiProperty({ description: 'Every number that leads somewhere, by number', type: [DialledNumberView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialledNumberView)
  items: DialledNumberView[];
}

export const ListDialledNumbers = operation({
  subject: 'ivr.query.list-dialled-numbers.v1',
  request: ListDialledNumbersRequest,
  reply: DialledNumberList,
});
