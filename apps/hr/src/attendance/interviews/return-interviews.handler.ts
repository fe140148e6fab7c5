import { Controller, Inject } from '@nestjs/common';
import {
  type FiledPaper,
  HoldInterviewRequest,
  HoldReturnInterview,
  ListReturnInterviews,
  ListReturnInterviewsRequest,
  OpenInterviewFile,
  OpenInterviewFileRequest,
  type RequestContext,
  type ReturnInterviewPage,
  type ReturnInterviewView,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Interviews } from '../interviews.port';
import { People } from '../people/people';
import { heldOf } from './held-of';
import { interviewNotFound, interviewNotInState, toReturnView } from './interview-views';

@Controller()
export class ReturnInterviewsHandler {
  constructor(
    private readonly interviews: Interviews,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListReturnInterviews)
  async list(
    { limit = 50, cursor, from, to, held, ...asked }: ListReturnInterviewsRequest,
    context: RequestContext,
  ): Promise<ReturnInterviewPage> {
    const filter = {
      ...(await this.people.filterOf(asked, context)),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(held !== undefined && { held }),
    };
    const page = await this.interviews.listReturns(filter, limit, cursor);
    return { ...page, items: page.items.map((one) => toReturnView(one, this.clock.now())) };
  }

  @Handles(HoldReturnInterview)
  async hold(request: HoldInterviewRequest, context: RequestContext): Promise<ReturnInterviewView> {
    const { interviewId } = request;
    const interview = await this.interviews.return(interviewId);
    if (!interview) throw interviewNotFound(interviewId);
    await this.people.another(interview.staffNumber, context);
    const held = heldOf(request, this.clock.now(), context);
    if (!(await this.interviews.hold('return', interviewId, held)))
      throw interviewNotInState(interviewId, 'it was held already');
    return toReturnView({ ...interview, ...held }, this.clock.now());
  }

  @Handles(OpenInterviewFile)
  async file({ kind, interviewId }: OpenInterviewFileRequest, context: RequestContext): Promise<FiledPaper> {
    const interview = await (kind === 'lateness'
      ? this.interviews.lateness(interviewId)
      : this.interviews.return(interviewId));
    if (!interview) throw interviewNotFound(interviewId);
    await this.people.inSight(interview.staffNumber, context);
    const { fileKey, fileName } = interview;
    if (fileKey === undefined) throw interviewNotFound(interviewId);
    return { fileKey, fileName: fileName ?? 'file' };
  }
}
