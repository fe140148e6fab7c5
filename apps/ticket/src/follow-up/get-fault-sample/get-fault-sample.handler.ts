import { Controller } from '@nestjs/common';
import {
  FaultSampleRequest,
  type FaultSampleView,
  GetFaultSample,
  type SampledSubArea,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { FaultCalls, type ReportedCall } from '../arise/fault-calls.port';
import { FaultSamples } from '../arise/fault-samples.port';

@Controller()
export class GetFaultSampleHandler {
  constructor(
    private readonly samples: FaultSamples,
    private readonly calls: FaultCalls,
  ) {}

  @Handles(GetFaultSample)
  async handle({ faultKey }: FaultSampleRequest): Promise<FaultSampleView> {
    const sample = await this.samples.find(faultKey);
    if (!sample) {
      throw new DomainError('fault-sample.not-found', `No sample was drawn of ${faultKey}.`, { faultKey });
    }
    const calls = await this.calls.of(faultKey);
    return {
      ...sample,
      picked: [...sample.picked],
      subAreas: subAreasOf(calls, new Set(sample.picked)),
      drawnAt: sample.drawnAt.toISOString(),
    };
  }
}

function subAreasOf(calls: readonly ReportedCall[], picked: ReadonlySet<string>): SampledSubArea[] {
  const areas = new Map<string | undefined, SampledSubArea>();
  for (const { id, subArea, reachable } of calls) {
    if (!reachable) continue;
    const area = areas.get(subArea) ?? { areaCode: subArea, calls: 0, picked: 0 };
    area.calls++;
    if (picked.has(id)) area.picked++;
    areas.set(subArea, area);
  }
  return [...areas.values()];
}
