import { Controller, Inject } from '@nestjs/common';
import {
  HoldInterviewRequest,
  HoldLatenessInterview,
  type LatenessInterviewPage,
  type LatenessInterviewView,
  ListLatenessInterviews,
  ListLatenessInterviewsRequest,
  type RequestContext,
  ReviewLatenessInterview,
  ReviewLatenessInterviewRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Interviews, type LatenessInterview } from '../interviews.port';
import { People } from '../people/people';
import { heldOf } from './held-of';
import { interviewNotFound, interviewNotInState, toLatenessView } from './interview-views';

@Controller()
export class LatenessInterviewsHandler {
  constructor(
    private readonly interviews: Interviews,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListLatenessInterviews)
  async list(
    { limit = 50, cursor, month, state, ...asked }: ListLatenessInterviewsRequest,
    context: RequestContext,
  ): Promise<LatenessInterviewPage> {
    const filter = {
      ...(await this.people.filterOf(asked, context)),
      ...(month !== undefined && { month }),
      ...(state !== undefined && { state }),
    };
    const page = await this.interviews.listLateness(filter, limit, cursor);
    return { ...page, items: page.items.map(toLatenessView) };
  }

  @Handles(HoldLatenessInterview)
  async hold(request: HoldInterviewRequest, context: RequestContext): Promise<LatenessInterviewView> {
    const { interviewId } = request;
    await this.another(interviewId, context);
    const held = heldOf(request, this.clock.now(), context);
    if (!(await this.interviews.hold('lateness', interviewId, held)))
      throw interviewNotInState(interviewId, 'it was held already');
    return this.view(interviewId);
  }

  @Handles(ReviewLatenessInterview)
  async review(
    { interviewId, review }: ReviewLatenessInterviewRequest,
    context: RequestContext,
  ): Promise<LatenessInterviewView> {
    await this.another(interviewId, context);
    if (!(await this.interviews.review(interviewId, review, this.clock.now(), context.actor.id)))
      throw interviewNotInState(interviewId, 'it has to be held before, and is reviewed once');
    return this.view(interviewId);
  }

  private async another(interviewId: string, context: RequestContext): Promise<LatenessInterview> {
    const interview = await this.interviews.lateness(interviewId);
    if (!interview) throw interviewNotFound(interviewId);
    await this.people.another(interview.staffNumber, context);
    return interview;
  }

  private async view(interviewId: string): Promise<LatenessInterviewView> {
    const interview = await this.interviews.lateness(interviewId);
    if (!interview) throw interviewNotFound(interviewId);
    return toLatenessView(interview);
  }
}
