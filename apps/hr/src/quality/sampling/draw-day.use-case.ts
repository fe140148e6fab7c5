import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { QUALITY_ERRORS, type RequestContext } from '@switchyard/contracts';
import {
  addDays,
  daysBetween,
  drawDay,
  instantAt,
  type LocalDate,
  localDateAt,
  monitoringHints,
  type QualityPolicy,
  sampledClass,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory, type StaffMember } from '../../staff/staff-directory.port';
import { AssignOpenItems } from './assign-open-items';
import { type RecordedCall, RecordedCalls } from './recorded-calls.port';
import { type NewSample, type SampledPerson, Samples, type StoredCall } from './samples.port';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Draws the calls of one day that are to be judged (§14, C26), stores what it was drawn from, by which seed and rule, and hands the calls
 * out to inspectors.
 * @throws DomainError `quality-sample.day-not-over`, `quality-sample.already-drawn`, `service.unavailable`
 */
@Injectable()
export class DrawDay {
  constructor(
    private readonly samples: Samples,
    private readonly recorded: RecordedCalls,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly assignment: AssignOpenItems,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(day: LocalDate, { actor }: RequestContext): Promise<void> {
    const now = this.clock.now();
    if (day >= localDateAt(now)) throw notOver(day, 'The day has not ended yet');
    if (await this.samples.find(day)) throw alreadyDrawn(day);
    const policy = await this.policies.inForce('quality', now);
    const calls = await this.recorded.ofDay(day);
    assertComplete(day, calls, policy, now);
    const { frame, people, ...left } = await this.frameOf(day, calls, policy);
    const seed = randomUUID();
    const classes = new Map(people.map(({ staffNumber, kind }) => [staffNumber, kind]));
    const draw = drawDay(
      frame.map((call) => ({ ...call, hinted: call.hints.length > 0 })),
      classes,
      policy.sampling,
      seed,
    );
    const byId = new Map(frame.map((call) => [call.recordingId, call]));
    const dueAt = new Date(now.getTime() + policy.evaluateWithinDays * DAY_MS);
    const items = draw.drawn.flatMap(({ recordingId, ...why }) => {
      const call = byId.get(recordingId);
      return call ? [{ ...call, ...why, id: randomUUID(), day, dueAt }] : [];
    });
    const sample: NewSample = {
      day,
      seed,
      people,
      ...left,
      strata: draw.strata,
      frame: frame.length,
      size: items.length,
      rule: { sampling: policy.sampling, monitoring: policy.monitoring },
      drawnAt: now,
      drawnBy: actor.id,
    };
    await this.work.inTransaction(async () => {
      if (!(await this.samples.addDay(sample, frame, items))) throw alreadyDrawn(day);
      await this.assignment.execute(seed);
    });
  }

  private async frameOf(day: LocalDate, calls: readonly RecordedCall[], policy: QualityPolicy) {
    const staff = new Map((await this.staff.list({})).map((member) => [member.staffNumber, member]));
    const { weakOverDays, minSeconds } = policy.sampling;
    const means = await this.samples.meanScores(addDays(day, -weakOverDays), day);
    const heard = calls.filter(({ state }) => state === 'stored');
    const known = heard.flatMap((call) => {
      const member = staff.get(call.workNo ?? '');
      return member ? [{ call, member }] : [];
    });
    const long = known.filter(({ call }) => (call.seconds ?? 0) >= minSeconds);
    const members = new Map(long.map(({ member }) => [member.staffNumber, member]));
    const people = [...members.values()].map(({ staffNumber, hiredOn }): SampledPerson => {
      const facts = { tenureDays: daysBetween(hiredOn, day), meanScore: means.get(staffNumber) };
      return { staffNumber, kind: sampledClass(facts, policy.sampling) };
    });
    return {
      frame: long.map(({ call, member }) => toStored(call, member, policy)),
      people,
      withoutStaff: heard.length - known.length,
      tooShort: known.length - long.length,
    };
  }
}

function toStored(call: RecordedCall, member: StaffMember, policy: QualityPolicy): StoredCall {
  const { recordingId, callId, queue = '', startedAt, seconds = 0 } = call;
  const { staffNumber, groupCode, postCode } = member;
  return {
    recordingId,
    callId,
    queue,
    startedAt,
    seconds,
    staffNumber,
    postCode,
    ...(groupCode !== undefined && { groupCode }),
    hints: monitoringHints(call, policy.monitoring),
  };
}

/** Recordings that are still being taken over are waited for, but not for ever. */
function assertComplete(
  day: LocalDate,
  calls: readonly RecordedCall[],
  policy: QualityPolicy,
  now: Date,
): void {
  const waiting = calls.filter(({ state }) => state === 'expected').length;
  const until = instantAt(addDays(day, 1), 0).getTime() + policy.sampling.waitHours * HOUR_MS;
  if (waiting > 0 && now.getTime() < until)
    throw notOver(day, `${waiting} recordings of the day are still being taken over`);
}

function notOver(day: LocalDate, why: string): DomainError {
  return new DomainError(QUALITY_ERRORS.dayNotOver, `${why}; draw it later.`, { field: 'day', day });
}

function alreadyDrawn(day: LocalDate): DomainError {
  return new DomainError(
    QUALITY_ERRORS.alreadyDrawn,
    `The calls of ${day} have been drawn; GET /quality/samples/${day} shows them.`,
    { field: 'day', day },
  );
}
