import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { AreaCode, OptionalText, RequiredText } from '../fields';

/** Decides how soon a crew must arrive (L01–L04). */
export const AREA_CLASSES = ['urban', 'suburb', 'remote', 'special-remote'] as const;
export type AreaClass = (typeof AREA_CLASSES)[number];

export class AreaView {
  @AreaCode()
  code: string;

  @RequiredText('Name, as it is said', 100)
  name: string;

  @OptionalText('Name as it is said in English', 100)
  nameEn?: string;

  @ApiProperty({ description: 'Class: how soon a crew must arrive (L01–L04)', enum: AREA_CLASSES })
  @IsIn(AREA_CLASSES)
  class: AreaClass;
}

export class PutAreaRequest extends AreaView {}

/** Stores an area, replacing what was known of it. */
export const PutArea = operation({
  subject: 'ticket.command.put-area.v1',
  request: PutAreaRequest,
  reply: AreaView,
});

export class ListAreasRequest {}

export class AreaList {
  @ApiProperty({ description: 'All areas, by code', type: [AreaView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AreaView)
  items: AreaView[];
}

export const ListAreas = operation({
  subject: 'ticket.query.areas.v1',
  request: ListAreasRequest,
  reply: AreaList,
});
