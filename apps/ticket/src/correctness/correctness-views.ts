import type { CorrectnessItemView, CorrectnessSampleView } from '@switchyard/contracts';
import type { Sample, SampleItem } from './correctness-samples.port';

export function toSampleView({ id, from, before, drawnAt, ...facts }: Sample): CorrectnessSampleView {
  return {
    ...facts,
    sampleId: id,
    from: from.toISOString(),
    before: before.toISOString(),
    drawnAt: drawnAt.toISOString(),
  };
}

export function toItemView({ id, place: _place, judgedAt, ...facts }: SampleItem): CorrectnessItemView {
  return { ...facts, itemId: id, ...(judgedAt && { judgedAt: judgedAt.toISOString() }) };
}
