import { Inject, Injectable } from '@nestjs/common';
import type { CandidateSummary, CandidateView } from '@switchyard/contracts';
import {
  checkRequirements,
  hasEnded,
  type Obstacle,
  obstaclesToHire,
  obstaclesToOffer,
  type RequirementFinding,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { OrganisationStore } from '../../staff/organisation-store.port';
import { Vacancies } from '../vacancy/vacancies.port';
import { type Candidate, Candidates, type Interview } from './candidates.port';

export interface Judged {
  readonly findings: readonly RequirementFinding[];
  readonly interviews: readonly Interview[];
  /** What stands against the next step. */
  readonly obstacles: readonly Obstacle[];
}

/** A candidate with what the post asks for, what was found, and what stands against the next step. */
@Injectable()
export class ShowCandidate {
  constructor(
    private readonly candidates: Candidates,
    private readonly vacancies: Vacancies,
    private readonly organisation: OrganisationStore,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the policy in force now. */
  async judge(candidate: Candidate): Promise<Judged> {
    const { requirements } = await this.policies.inForce('hiring', this.clock.now());
    const vacancy = await this.vacancies.find(candidate.vacancyId);
    const post = vacancy && (await this.organisation.post(vacancy.postCode));
    const rule = requirements.find(
      ({ postKinds }) => post !== undefined && postKinds.includes(post.roleKind),
    );
    const findings = checkRequirements(rule ?? {}, candidate);
    const interviews = await this.candidates.interviews(candidate.candidateId);
    const interviewPassed = interviews[0]?.passed;
    const standing = { ...candidate, findings, interviewPassed };
    const obstacles = hasEnded(candidate.state)
      ? []
      : candidate.state === 'offered'
        ? obstaclesToHire(standing)
        : obstaclesToOffer(standing);
    return { findings, interviews, obstacles };
  }

  async view(candidate: Candidate): Promise<CandidateView> {
    const { findings, interviews, obstacles } = await this.judge(candidate);
    const checklist = await this.candidates.checklist(candidate.candidateId);
    const history = await this.candidates.history(candidate.candidateId);
    return {
      ...toSummary(candidate),
      findings: findings.map((finding) => ({ ...finding })),
      obstacles: obstacles.map((obstacle) => ({ ...obstacle })) as CandidateView['obstacles'],
      interviews: interviews.map(({ marks, heldAt, weak, ...interview }) => ({
        ...interview,
        ...marks,
        heldAt: heldAt.toISOString(),
        weak: [...weak],
      })),
      checklist: checklist.map(({ doneAt, ...entry }) => ({
        ...entry,
        ...(doneAt && { doneAt: doneAt.toISOString() }),
      })),
      history: history.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    };
  }
}

export const toSummary = ({ appliedAt, updatedAt, ...candidate }: Candidate): CandidateSummary => ({
  ...candidate,
  appliedAt: appliedAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
