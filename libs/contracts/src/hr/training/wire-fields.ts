import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { all } from '../../kernel/fields';

const STAFF_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;
const COURSE_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const QUESTION_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

const staffNumber = Matches(STAFF_NUMBER, {
  message: 'must be 1 to 20 letters, digits or dashes, the first a letter or digit',
});
const courseCode = Matches(COURSE_CODE, {
  message: 'must be 1 to 40 small letters, digits or dashes, the first a letter or digit',
});
const questionCode = Matches(QUESTION_CODE, {
  message: 'must be 1 to 40 letters, digits, dots, dashes or underscores, the first a letter or digit',
});

export const StaffNumber = (description = 'Staff number (工号)'): PropertyDecorator =>
  all(ApiProperty({ description, example: 'A001' }), staffNumber);

export const OptionalStaffNumber = (description = 'Staff number (工号)'): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example: 'A001' }), IsOptional(), staffNumber);

export const StaffNumbers = (description: string, most: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: [String], maxItems: most, example: ['A001'] }),
    IsArray(),
    ArrayMaxSize(most),
    Matches(STAFF_NUMBER, { each: true, message: 'each must be a staff number' }),
  );

export const CourseCode = (description = 'Code of the course'): PropertyDecorator =>
  all(ApiProperty({ description, example: '07' }), courseCode);

export const OptionalCourseCode = (description = 'Code of the course'): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example: '07' }), IsOptional(), courseCode);

export const QuestionCode = (description = 'Code of the question'): PropertyDecorator =>
  all(ApiProperty({ description, example: 'C07-001' }), questionCode);

export const Id = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, format: 'uuid' }), IsUUID());

export const OptionalId = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, format: 'uuid' }), IsOptional(), IsUUID());

export const Whole = (description: string, least: number, most: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: 'integer', minimum: least, maximum: most }),
    Type(() => Number),
    IsInt(),
    Min(least),
    Max(most),
  );

export const OptionalWhole = (description: string, least: number, most: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: 'integer', minimum: least, maximum: most }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(least),
    Max(most),
  );

export const Figure = (description: string): PropertyDecorator =>
  all(ApiProperty({ description }), IsNumber());

export const OptionalFigure = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description }), IsOptional(), IsNumber());

/** A number within bounds, with decimals. */
export const Bounded = (description: string, least: number, most: number): PropertyDecorator =>
  all(ApiProperty({ description, minimum: least, maximum: most }), IsNumber(), Min(least), Max(most));

export const Word = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiProperty({ description, enum: words }), IsIn(words));

export const OptionalWord = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiPropertyOptional({ description, enum: words }), IsOptional(), IsIn(words));

export const Flag = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: Boolean }), IsBoolean());

export const Texts = (description: string, most: number, longest: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: [String], maxItems: most }),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(longest, { each: true }),
  );

export const OptionalTexts = (description: string, most: number, longest: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String], maxItems: most }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(longest, { each: true }),
  );

/** A list of objects of one class. */
export const ListOf = (
  description: string,
  item: () => new () => object,
  most = 100_000,
): PropertyDecorator =>
  all(
    ApiProperty({ description, type: () => [item()] }),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(item),
  );

export const Nested = (description: string, item: () => new () => object): PropertyDecorator =>
  all(ApiProperty({ description, type: () => item() }), ValidateNested(), Type(item));

export const OptionalNested = (description: string, item: () => new () => object): PropertyDecorator =>
  all(ApiPropertyOptional({ description, type: () => item() }), IsOptional(), ValidateNested(), Type(item));

/** The page of a list: `items` of one class and the cursor of what follows. */
export function PageOf<View extends object>(
  view: new () => View,
  description: string,
): new () => { items: View[]; nextCursor?: string } {
  class Page {
    @ListOf(description, () => view)
    items: View[];

    @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
    @IsOptional()
    @IsString()
    nextCursor?: string;
  }
  return Page;
}
