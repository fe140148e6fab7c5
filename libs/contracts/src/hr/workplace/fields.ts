import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { all } from '../../kernel/fields';
import { PageRequest } from '../../kernel/paging';

export const Id = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, format: 'uuid' }), IsUUID());

export const OptionalId = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, format: 'uuid' }), IsOptional(), IsUUID());

export const Whole = (description: string, minimum: number, maximum: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: 'integer', minimum, maximum }),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

export const OptionalWhole = (description: string, minimum: number, maximum: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: 'integer', minimum, maximum }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

export const Word = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiProperty({ description, enum: words }), IsIn(words));

export const OptionalOneOf = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiPropertyOptional({ description, enum: words }), IsOptional(), IsIn(words));

export const Flag = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: Boolean }), IsBoolean());

export const OptionalCodes = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String] }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(100),
    ArrayUnique(),
    Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true }),
  );

export const StaffNumbers = (description: string, most: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: [String], example: ['20260117'] }),
    IsArray(),
    ArrayMaxSize(most),
    ArrayUnique(),
    Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, { each: true }),
  );

export const Listed = (type: () => new () => object, description: string, most = 1000): PropertyDecorator =>
  all(
    ApiProperty({ description, type, isArray: true }),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(type),
  );

export const OptionalListed = (
  type: () => new () => object,
  description: string,
  most = 1000,
): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type, isArray: true }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(type),
  );

export const LIST_ORDERS = ['newest', 'oldest'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** A page of a list that is told from either end. */
export class OrderedPageRequest extends PageRequest {
  @OptionalOneOf('Which come first; `newest` unless given', LIST_ORDERS)
  order?: ListOrder;
}

/** Class of a page of these items. */
export function pageOfItems<Item extends object>(
  item: new () => Item,
  name: string,
): new () => { items: Item[]; nextCursor?: string } {
  class ItemPage {
    @Listed(() => item, 'Rows of this page')
    items: Item[];

    @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
    @IsOptional()
    @IsString()
    nextCursor?: string;
  }
  Object.defineProperty(ItemPage, 'name', { value: name });
  return ItemPage;
}
