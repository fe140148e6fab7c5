import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  type CandidateView,
  RecordBackgroundCheck,
  RecordBackgroundCheckRequest,
  RecordInterview,
  RecordInterviewRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { interviewVerdict } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Candidates } from './candidates.port';
import { ChangeCandidates, GOING_ON, UNDECIDED } from './change-candidates';

@Controller()
export class AssessCandidateHandler {
  constructor(
    private readonly candidates: Candidates,
    private readonly change: ChangeCandidates,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Judged by the policy of now; a later policy does not judge it again. */
  @Handles(RecordInterview)
  async interview(request: RecordInterviewRequest, context: RequestContext): Promise<CandidateView> {
    const { candidateId, heldAt, remark, ...marks } = request;
    const { interview: rule } = await this.policies.inForce('hiring', this.clock.now());
    const { mean, passed, weak } = interviewVerdict(marks, rule);
    const note = `${mean}, ${passed ? 'passed' : 'failed'}`;
    const act = { candidateId, what: 'interviewed', note, from: UNDECIDED };
    return this.change.execute(act, context, async (_candidate, at) => {
      const held = heldAt === undefined ? at : new Date(heldAt);
      const interview = {
        interviewId: randomUUID(),
        heldAt: held,
        interviewer: context.actor.id,
        marks,
        mean,
        passed,
        weak,
        ...(remark !== undefined && { remark }),
      };
      await this.candidates.addInterview(candidateId, interview, at);
      return { state: 'interviewed' };
    });
  }

  @Handles(RecordBackgroundCheck)
  background(request: RecordBackgroundCheckRequest, context: RequestContext): Promise<CandidateView> {
    const { candidateId, result, note } = request;
    const act = { candidateId, what: 'background-checked', note: result, from: GOING_ON };
    return this.change.execute(act, context, async () => ({ background: result, backgroundNote: note }));
  }
}
