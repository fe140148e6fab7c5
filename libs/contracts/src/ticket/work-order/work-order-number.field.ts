import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { all } from '../fields';

const NUMBER = /^W\d{8}-\d{6,}$/;
const RULE = { message: 'must be the number of a work order, such as W20260302-000117' };

export const WorkOrderNumber = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, example: 'W20260302-000117' }), Matches(NUMBER, RULE));

export const OptionalWorkOrderNumber = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example: 'W20260302-000117' }), IsOptional(), Matches(NUMBER, RULE));
