import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ListOf } from './fields';

/** Cursor paging: `limit` rows from 1 to 200 (default 50), `cursor` from the page before. */
export class PageRequest {
  @ApiPropertyOptional({
    description: 'Rows of a page',
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: 50,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before', maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** The class of a page: `items` of one class, and the cursor of what follows. To be extended by a class with the page's name. */
export function PageOf<Item extends object>(
  item: new () => Item,
  description = 'One page',
): new () => { items: Item[]; nextCursor?: string } {
  class Page {
    @ListOf(description, () => item)
    items: Item[];

    @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last', maxLength: 500 })
    @IsOptional()
    @IsString()
    @MaxLength(500)
    nextCursor?: string;
  }
  return Page;
}
