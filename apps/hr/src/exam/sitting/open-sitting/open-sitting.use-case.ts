import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  EXAM_ERRORS,
  type OpenResitRequest,
  type OpenSittingRequest,
  type RequestContext,
  type SittingFields,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { TrainedStaff } from '../../../training/people/trained-staff';
import { DrawPaper } from '../../exam/draw-paper';
import { examNotFound } from '../../exam/exam-views';
import { Exams } from '../../exam/exams.port';
import { sittingInState, sittingNotFound } from '../sitting-views';
import { type Sitting, Sittings } from '../sittings.port';

/** Makes sittings of exams, and resits of sittings (§15). */
@Injectable()
export class OpenSitting {
  constructor(
    private readonly exams: Exams,
    private readonly sittings: Sittings,
    private readonly draw: DrawPaper,
    private readonly staff: TrainedStaff,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `exam.not-found`, `exam-sitting.bad-window`, `exam.bank-too-small`, `staff.not-found` */
  async open(request: OpenSittingRequest, { actor }: RequestContext): Promise<Sitting> {
    const { examId } = request;
    const now = this.clock.now();
    const exam = await this.exams.find(examId);
    if (!exam?.active) throw examNotFound(examId);
    const candidates = [...new Set(request.candidates)];
    await this.staff.assertKnown(candidates);
    const policy = await this.policies.inForce('exam', now);
    const { active: _, version: _version, passPercent = policy.passPercent, ...facts } = exam;
    const sitting: Sitting = {
      ...facts,
      passPercent,
      policy,
      sittingId: randomUUID(),
      resit: 0,
      state: 'planned',
      listed: candidates.length > 0,
      attemptLimit: request.attemptLimit ?? policy.attemptLimit,
      ...windowOf(request, now),
    };
    await this.draw.execute(sitting.blueprint, sitting.sittingId);
    await this.work.inTransaction(() => this.sittings.add(sitting, candidates, { at: now, by: actor.id }));
    return sitting;
  }

  /**
   * For who failed or did not come.
   * @throws DomainError `exam-sitting.not-found`, `exam-sitting.not-allowed-in-state`, `exam-sitting.bad-window`,
   * `exam-sitting.no-resit-left`, `exam-sitting.nobody-to-resit`, `exam.bank-too-small`
   */
  resit(request: OpenResitRequest, { actor }: RequestContext): Promise<Sitting> {
    const now = this.clock.now();
    return this.work.inTransaction(async () => {
      const before = await this.sittings.lock(request.sittingId);
      if (!before) throw sittingNotFound(request.sittingId);
      if (before.state !== 'released')
        throw sittingInState(before, 'A resit follows the results; release them first.');
      if (await this.sittings.resitOf(before.sittingId))
        throw sittingInState(before, 'This sitting has a resit already.');
      if (before.resit >= before.policy.resits) throw noResitLeft(before);
      const candidates = await this.sittings.losers(before.sittingId);
      if (candidates.length === 0) throw nobody(before);
      const { releasedAt: _, ...facts } = before;
      const sitting: Sitting = {
        ...facts,
        sittingId: randomUUID(),
        resit: before.resit + 1,
        resitOf: before.sittingId,
        listed: true,
        state: 'planned',
        attemptLimit: request.attemptLimit ?? before.attemptLimit,
        ...windowOf(request, now),
      };
      await this.draw.execute(sitting.blueprint, sitting.sittingId);
      await this.sittings.add(sitting, candidates, { at: now, by: actor.id });
      return sitting;
    });
  }
}

function windowOf({ opensAt, closesAt }: SittingFields, now: Date): Pick<Sitting, 'opensAt' | 'closesAt'> {
  const window = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
  if (window.opensAt < window.closesAt && window.closesAt > now) return window;
  throw new DomainError(
    EXAM_ERRORS.badWindow,
    'The sitting ends before it begins, or has ended; give a later closesAt.',
    { field: 'closesAt', now: now.toISOString() },
  );
}

const noResitLeft = ({ sittingId, policy }: Sitting): DomainError =>
  new DomainError(
    EXAM_ERRORS.noResitLeft,
    `The policy \`exam\` allows ${policy.resits} resits, and there were as many.`,
    { sittingId, resits: policy.resits },
  );

const nobody = ({ sittingId }: Sitting): DomainError =>
  new DomainError(EXAM_ERRORS.nobodyToResit, 'Everybody has passed: there is nobody to sit it again.', {
    sittingId,
  });
