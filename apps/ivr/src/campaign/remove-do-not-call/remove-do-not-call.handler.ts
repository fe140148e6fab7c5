import { Controller, Inject } from '@nestjs/common';
import {
  BATCH_ERRORS,
  type DoNotCallView,
  RemoveDoNotCall,
  type RemoveDoNotCallRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { toDoNotCallView } from '../do-not-call/do-not-call-view';
import { DoNotCalls } from '../do-not-call/do-not-calls.port';

@Controller()
export class RemoveDoNotCallHandler {
  constructor(
    private readonly register: DoNotCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The record stays, with who ended it and when. */
  @Handles(RemoveDoNotCall)
  async handle({ id }: RemoveDoNotCallRequest, { actor }: RequestContext): Promise<DoNotCallView> {
    const removed = await this.register.remove(id, actor.name || actor.id, this.clock.now());
    if (removed) return toDoNotCallView(removed);
    throw new DomainError(BATCH_ERRORS.notRegistered, `No registration ${id} stands.`, { id });
  }
}
