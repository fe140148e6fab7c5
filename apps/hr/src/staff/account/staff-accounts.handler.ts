import { Controller } from '@nestjs/common';
import {
  GetStaffStanding,
  LinkStaffAccount,
  LinkStaffAccountRequest,
  type RequestContext,
  StaffReference,
  type StaffStatusChangedPayload,
  UnlinkStaffAccount,
  UnlinkStaffAccountRequest,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { staffNotFound } from '../staff-errors';
import { StaffRegister } from '../staff-register.port';
import { toPayload } from '../tell-standing';
import { LinkAccount } from './link-account';

@Controller()
export class StaffAccountsHandler {
  constructor(
    private readonly register: StaffRegister,
    private readonly accounts: LinkAccount,
  ) {}

  @Handles(LinkStaffAccount)
  link(request: LinkStaffAccountRequest, context: RequestContext): Promise<StaffStatusChangedPayload> {
    return this.accounts.link(request, context);
  }

  @Handles(UnlinkStaffAccount)
  unlink(request: UnlinkStaffAccountRequest, context: RequestContext): Promise<StaffStatusChangedPayload> {
    return this.accounts.unlink(request, context);
  }

  @Handles(GetStaffStanding)
  async standing({ staffNumber }: StaffReference): Promise<StaffStatusChangedPayload> {
    const [standing, record] = [
      await this.register.standing(staffNumber),
      await this.register.find(staffNumber),
    ];
    if (!standing || !record) throw staffNotFound(staffNumber);
    return toPayload(standing, localDateAt(record.updatedAt));
  }
}
