import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { OptionalFlag } from '../../kernel/fields';
import { PageRequest } from '../../kernel/paging';
import { OptionalOrganisationCode, OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';

/** A list of things that belong to members of staff; a group leader sees the groups led only. */
export class PeopleListRequest extends PageRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;

  @OptionalFlag("Only the caller's own; nothing else needs to be permitted then")
  own?: boolean;
}

export class OfStaff {
  @StaffNumber()
  staffNumber: string;

  @ApiProperty({ description: 'Name' })
  @IsString()
  @MaxLength(200)
  name: string;
}
