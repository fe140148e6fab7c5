import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, Matches } from 'class-validator';
import { all, OptionalOneOf } from '../../kernel/fields';
import { PageRequest } from '../../kernel/paging';

/** Codes of departments, posts or groups, each once. */
export const OptionalCodes = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String] }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(100),
    ArrayUnique(),
    Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true }),
  );

export const LIST_ORDERS = ['newest', 'oldest'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** A page of a list that is told from either end. */
export class OrderedPageRequest extends PageRequest {
  @OptionalOneOf('Which come first; `newest` unless given', LIST_ORDERS)
  order?: ListOrder;
}
