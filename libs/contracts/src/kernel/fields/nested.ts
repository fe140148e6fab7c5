import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { all } from './all';

/** Told later, so that classes may stand in any order. */
type ClassOf = () => new () => object;

const MOST = 100_000;

export const Nested = (description: string, item: ClassOf): PropertyDecorator =>
  all(ApiProperty({ description, type: () => item() }), ValidateNested(), Type(item));

export const OptionalNested = (description: string, item: ClassOf): PropertyDecorator =>
  all(ApiPropertyOptional({ description, type: () => item() }), IsOptional(), ValidateNested(), Type(item));

/** Several objects of one class. */
export const ListOf = (description: string, item: ClassOf, most = MOST): PropertyDecorator =>
  all(ApiProperty({ description, type: () => [item()] }), list(item, most));

export const OptionalListOf = (description: string, item: ClassOf, most = MOST): PropertyDecorator =>
  all(ApiPropertyOptional({ description, type: () => [item()] }), IsOptional(), list(item, most));

const list = (item: ClassOf, most: number): PropertyDecorator =>
  all(IsArray(), ArrayMaxSize(most), ValidateNested({ each: true }), Type(item));
