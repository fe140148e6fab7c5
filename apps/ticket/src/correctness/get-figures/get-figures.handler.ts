import { Controller, Inject } from '@nestjs/common';
import {
  type CorrectnessFigure,
  type CorrectnessFigures,
  GetCorrectnessFigures,
  GetCorrectnessFiguresRequest,
} from '@switchyard/contracts';
import {
  AUDITED_SUBJECTS,
  type AuditedSubject,
  correctnessOf,
  type CorrectnessPolicy,
} from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { CorrectnessSamples, type SampleItem } from '../correctness-samples.port';

@Controller()
export class GetFiguresHandler {
  constructor(
    private readonly samples: CorrectnessSamples,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetCorrectnessFigures)
  async handle({ from, before }: GetCorrectnessFiguresRequest): Promise<CorrectnessFigures> {
    const samples = await this.samples.within({
      ...(from !== undefined && { from: new Date(from) }),
      ...(before !== undefined && { before: new Date(before) }),
    });
    const items = await this.samples.itemsOf(samples.map(({ id }) => id));
    const policy = await this.policies.correctness(this.clock.now());
    const figures = AUDITED_SUBJECTS.flatMap((subject) => {
      const own = items.filter((item) => item.subject === subject);
      const population = samples
        .filter((sample) => sample.subject === subject)
        .reduce((sum, sample) => sum + sample.population, 0);
      const whole = { ...figureOf(subject, own, policy), population };
      return subject === 'outage-notices' ? [whole, ...byArea(own, policy)] : [whole];
    });
    return { figures };
  }
}

/** Of an area, what was drawn is all that is known of how many there were. */
function byArea(items: readonly SampleItem[], policy: CorrectnessPolicy): CorrectnessFigure[] {
  const areas = [...new Set(items.map(({ areaCode }) => areaCode ?? ''))].sort();
  return areas.map((areaCode) => {
    const own = items.filter((item) => (item.areaCode ?? '') === areaCode);
    return { ...figureOf('outage-notices', own, policy), population: own.length, areaCode };
  });
}

function figureOf(
  subject: AuditedSubject,
  items: readonly SampleItem[],
  policy: CorrectnessPolicy,
): Omit<CorrectnessFigure, 'population'> {
  const judged = items.flatMap(({ verdicts }) => (verdicts ? [verdicts] : []));
  const { between, ...correctness } = correctnessOf(subject, judged, policy);
  return { subject, drawn: items.length, ...correctness, ...(between && { between: { ...between } }) };
}
