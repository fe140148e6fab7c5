import { Controller } from '@nestjs/common';
import {
  type OrganisationWritten,
  PostFields,
  PutPost,
  PutSkill,
  PutStaffDepartment,
  PutStaffGroup,
  type RequestContext,
  SkillFields,
  StaffDepartmentFields,
  StaffGroupFields,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { WriteOrganisation } from './write-organisation';

@Controller()
export class WriteOrganisationHandler {
  constructor(private readonly write: WriteOrganisation) {}

  @Handles(PutStaffDepartment)
  async department(fields: StaffDepartmentFields, context: RequestContext): Promise<OrganisationWritten> {
    return { changed: await this.write.department(fields, context) };
  }

  @Handles(PutPost)
  async post(fields: PostFields, context: RequestContext): Promise<OrganisationWritten> {
    return { changed: await this.write.post(fields, context) };
  }

  @Handles(PutStaffGroup)
  async group(fields: StaffGroupFields): Promise<OrganisationWritten> {
    return { changed: await this.write.group(fields) };
  }

  @Handles(PutSkill)
  async skill(fields: SkillFields): Promise<OrganisationWritten> {
    return { changed: await this.write.skill(fields) };
  }
}
