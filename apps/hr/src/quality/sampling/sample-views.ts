import type {
  QualityFrameCall,
  QualityItemView,
  QualitySampleDetail,
  QualitySampleView,
} from '@switchyard/contracts';
import type { SampleItem } from './sample-items.port';
import type { Sample, StoredCall } from './samples.port';

export function toSampleView({
  day,
  seed,
  frame,
  withoutStaff,
  tooShort,
  size,
  ...more
}: Sample): QualitySampleView {
  const { drawn, evaluated, drawnAt, drawnBy } = more;
  return {
    day,
    seed,
    frame,
    withoutStaff,
    tooShort,
    size,
    drawn,
    evaluated,
    drawnBy,
    drawnAt: drawnAt.toISOString(),
  };
}

export function toSampleDetail(sample: Sample): QualitySampleDetail {
  return {
    ...toSampleView(sample),
    strata: sample.strata.map((stratum) => ({ ...stratum })),
    people: sample.people.map((person) => ({ ...person })),
    rule: { ...sample.rule },
  };
}

export function toFrameCall(call: StoredCall): QualityFrameCall {
  const { recordingId, callId, staffNumber, groupCode, postCode, queue, startedAt, seconds, hints } = call;
  return {
    recordingId,
    callId,
    staffNumber,
    groupCode,
    postCode,
    queue: queue === '' ? '-' : queue,
    seconds,
    startedAt: startedAt.toISOString(),
    hints: [...hints],
  };
}

export function toItemView(item: SampleItem, now: Date): QualityItemView {
  const { id, day, reason, stratum, inspector, dueAt, state, goneReason, closedAt, evaluationId } = item;
  return {
    ...toFrameCall(item),
    itemId: id,
    day,
    reason,
    stratum,
    inspector,
    state,
    goneReason,
    evaluationId,
    dueAt: dueAt.toISOString(),
    overdue: state === 'open' && dueAt < now,
    ...(closedAt && { closedAt: closedAt.toISOString() }),
  };
}
