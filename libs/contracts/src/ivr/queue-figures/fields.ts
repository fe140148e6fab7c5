import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsNumber, IsOptional, Min } from 'class-validator';

export const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

export const Count = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: 'integer', minimum: 0 }), IsInt(), Min(0));

export const Seconds = (description: string): PropertyDecorator =>
  all(ApiProperty({ description: `${description}, in seconds`, type: 'number', minimum: 0 }), IsNumber());

/** Null where nothing of its kind happened: no figure is not the figure nought. */
export const Figure = (description: string): PropertyDecorator =>
  all(
    ApiProperty({
      description: `${description}. Null where nothing of its kind happened`,
      type: 'number',
      nullable: true,
    }),
    IsOptional(),
    IsNumber(),
  );

export const Moment = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, format: 'date-time' }), IsISO8601({ strict: true, strictSeparator: true }));

/** One of these words, in a query. */
export const OptionalWord = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiPropertyOptional({ description, enum: words }), IsOptional(), IsIn(words));
