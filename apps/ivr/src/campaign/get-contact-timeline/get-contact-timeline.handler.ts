import { Controller } from '@nestjs/common';
import {
  type ContactTimeline,
  GetContactTimeline as Contract,
  type GetContactTimelineRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { GetContactTimeline } from './get-contact-timeline.use-case';

@Controller()
export class GetContactTimelineHandler {
  constructor(private readonly getContactTimeline: GetContactTimeline) {}

  @Handles(Contract)
  handle({ contactId }: GetContactTimelineRequest): Promise<ContactTimeline> {
    return this.getContactTimeline.execute(contactId);
  }
}
