import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { all } from '../../kernel/fields';

const COURSE_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const QUESTION_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

const courseCode = Matches(COURSE_CODE, {
  message: 'must be 1 to 40 small letters, digits or dashes, the first a letter or digit',
});
const questionCode = Matches(QUESTION_CODE, {
  message: 'must be 1 to 40 letters, digits, dots, dashes or underscores, the first a letter or digit',
});

export const CourseCode = (description = 'Code of the course'): PropertyDecorator =>
  all(ApiProperty({ description, example: '07' }), courseCode);

export const OptionalCourseCode = (description = 'Code of the course'): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example: '07' }), IsOptional(), courseCode);

export const QuestionCode = (description = 'Code of the question'): PropertyDecorator =>
  all(ApiProperty({ description, example: 'C07-001' }), questionCode);
