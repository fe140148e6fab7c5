import { Injectable } from '@nestjs/common';
import { StaffStatusChanged, type StaffStatusChangedPayload } from '@switchyard/contracts';
import { OnEvent } from '@switchyard/platform';
import { FollowStaff } from './follow-staff';

/** Also what was told while the gateway was down: the event waits, and an older one changes nothing. */
@Injectable()
export class FollowStaffWhenStatusChanged {
  constructor(private readonly follow: FollowStaff) {}

  @OnEvent(StaffStatusChanged, { durable: 'gateway-staff' })
  async on(payload: StaffStatusChangedPayload): Promise<void> {
    await this.follow.follow(payload);
  }
}
