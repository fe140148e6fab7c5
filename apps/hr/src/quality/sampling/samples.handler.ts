import { Controller } from '@nestjs/common';
import {
  CheckQualitySample,
  DrawQualitySample,
  GetQualitySample,
  ListQualityFrame,
  ListQualityFrameRequest,
  ListQualitySamples,
  ListQualitySamplesRequest,
  QUALITY_ERRORS,
  type QualityFramePage,
  type QualitySampleCheck,
  type QualitySampleDetail,
  type QualitySamplePage,
  QualitySampleReference,
  type RequestContext,
} from '@switchyard/contracts';
import { drawDay, localDate } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { DrawDay } from './draw-day.use-case';
import { toFrameCall, toSampleDetail, toSampleView } from './sample-views';
import { type Sample, Samples } from './samples.port';

@Controller()
export class SamplesHandler {
  constructor(
    private readonly samples: Samples,
    private readonly drawing: DrawDay,
  ) {}

  @Handles(ListQualitySamples)
  async list({ from, to, limit = 50, cursor }: ListQualitySamplesRequest): Promise<QualitySamplePage> {
    const page = await this.samples.list({ from, to }, limit, cursor);
    return { ...page, items: page.items.map(toSampleView) };
  }

  @Handles(GetQualitySample)
  async get({ day }: QualitySampleReference): Promise<QualitySampleDetail> {
    return toSampleDetail(await this.known(day));
  }

  @Handles(DrawQualitySample)
  async draw({ day }: QualitySampleReference, context: RequestContext): Promise<QualitySampleDetail> {
    await this.drawing.execute(localDate(day), context);
    return toSampleDetail(await this.known(day));
  }

  @Handles(CheckQualitySample)
  async check({ day }: QualitySampleReference): Promise<QualitySampleCheck> {
    const { seed, rule, people, frame: size } = await this.known(day);
    const calls = await this.samples.frame(day, day);
    if (calls.length < size) throw frameGone(day);
    const frame = calls.map((call) => ({ ...call, hinted: call.hints.length > 0 }));
    const classes = new Map(people.map(({ staffNumber, kind }) => [staffNumber, kind]));
    const again = new Set(
      drawDay(frame, classes, rule.sampling, seed).drawn.map(({ recordingId }) => recordingId),
    );
    const items = await this.samples.drawnOn(day, day);
    const stored = new Set(
      items.filter(({ reason }) => reason !== 'weekly').map(({ recordingId }) => recordingId),
    );
    const onlyStored = [...stored].filter((id) => !again.has(id));
    const onlyDrawn = [...again].filter((id) => !stored.has(id));
    const same = onlyStored.length + onlyDrawn.length === 0;
    return { day, same, agreed: stored.size - onlyStored.length, onlyStored, onlyDrawn };
  }

  @Handles(ListQualityFrame)
  async frame({ day, limit = 50, cursor }: ListQualityFrameRequest): Promise<QualityFramePage> {
    await this.known(day);
    const page = await this.samples.framePage(day, limit, cursor);
    return { ...page, items: page.items.map(toFrameCall) };
  }

  private async known(day: string): Promise<Sample> {
    const sample = await this.samples.find(day);
    if (sample) return sample;
    throw new DomainError(
      QUALITY_ERRORS.sampleNotFound,
      `The calls of ${day} have not been drawn; GET /quality/samples lists the days.`,
      { day },
    );
  }
}

function frameGone(day: string): DomainError {
  return new DomainError(
    QUALITY_ERRORS.frameGone,
    `What the calls of ${day} were drawn from is kept no more (policy quality, sampling.frameDays).`,
    { day },
  );
}
