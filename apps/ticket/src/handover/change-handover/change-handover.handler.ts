import { Controller, Inject } from '@nestjs/common';
import {
  CancelHandover,
  HandoverReference,
  type HandoverView,
  NoteInHandover,
  NoteInHandoverRequest,
  ReasonedHandoverRequest,
  type RequestContext,
  SendBackHandover,
  SubmitHandover,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { accountNameOf } from '../account-name';
import { AssembleContent } from '../assemble-content/assemble-content';
import { ChangeHandover } from './change-handover';

@Controller()
export class ChangeHandoverHandler {
  constructor(
    private readonly change: ChangeHandover,
    private readonly assemble: AssembleContent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(NoteInHandover)
  note({ handoverId, section, text }: NoteInHandoverRequest, context: RequestContext): Promise<HandoverView> {
    const note = { section, text, by: accountNameOf(context.actor), at: this.clock.now().toISOString() };
    return this.change.execute({ handoverId, action: 'note', name: 'noted' }, context, (handover) => ({
      ...handover,
      notes: [...handover.notes, note],
    }));
  }

  @Handles(SubmitHandover)
  async submit({ handoverId }: HandoverReference, context: RequestContext): Promise<HandoverView> {
    const content = await this.assemble.execute(context);
    const change = { handoverId, action: 'submit', name: 'submitted' } as const;
    return this.change.execute(change, context, (handover, submittedAt) => ({
      ...handover,
      content,
      submittedAt,
    }));
  }

  @Handles(SendBackHandover)
  sendBack({ handoverId, reason }: ReasonedHandoverRequest, context: RequestContext): Promise<HandoverView> {
    const change = { handoverId, action: 'send-back', name: 'sent-back', reason } as const;
    return this.change.execute(change, context, ({ content: _c, submittedAt: _s, ...draft }) => draft);
  }

  @Handles(CancelHandover)
  cancel({ handoverId, reason }: ReasonedHandoverRequest, context: RequestContext): Promise<HandoverView> {
    return this.change.execute({ handoverId, action: 'cancel', name: 'cancelled', reason }, context);
  }
}
