import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, Matches, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalFlag, OptionalPhone, OptionalText, RequiredText } from '../fields';

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

export class DepartmentReference {
  @ApiProperty({ description: 'Code of the department', example: 'repair' })
  @Matches(CODE, { message: 'must be 1 to 40 small letters, digits or dashes, the first a letter' })
  code: string;
}

export class DepartmentFacts extends DepartmentReference {
  @RequiredText('Name', 100)
  name: string;

  @RequiredText('Name in English', 100)
  nameEn: string;

  @OptionalText('Interface person (接口人)', 100)
  liaisonName?: string;

  @OptionalPhone('Where the interface person is reached')
  liaisonPhone?: string;

  @OptionalText('Head of the department', 100)
  headName?: string;

  @OptionalPhone('Where the head is reached')
  headPhone?: string;

  @OptionalText('Processing period that was agreed on, in words', 500)
  periodNote?: string;

  @ApiPropertyOptional({ description: 'Takes work orders; a department that has ended stays in the list' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class DepartmentView extends DepartmentFacts {
  @ApiProperty({ description: 'Takes work orders' })
  @IsBoolean()
  declare active: boolean;

  @Instant('When it changed last')
  updatedAt: string;

  @RequiredText('Who changed it', 200)
  updatedBy: string;
}

export class ListDepartmentsRequest {
  @OptionalFlag('Only those that take work orders (true) or no longer do (false)')
  active?: boolean;
}

export class DepartmentList {
  @ApiProperty({ description: 'Departments by code', type: [DepartmentView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DepartmentView)
  items: DepartmentView[];
}

/** All departments; there are few. */
export const ListDepartments = operation({
  subject: 'ticket.query.departments.v1',
  request: ListDepartmentsRequest,
  reply: DepartmentList,
});

export class PutDepartmentRequest extends DepartmentFacts {}

/** Adds a department or replaces what is known of it; each names an interface person (rules.md §1). */
export const PutDepartment = operation({
  subject: 'ticket.command.put-department.v1',
  request: PutDepartmentRequest,
  reply: DepartmentView,
  errors: ['department.centre-stays', 'department.has-work'],
});
