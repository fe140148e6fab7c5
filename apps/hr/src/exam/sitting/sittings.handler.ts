import { Controller } from '@nestjs/common';
import {
  CancelSitting,
  GetSitting,
  ListSittings,
  ListSittingsRequest,
  OpenResit,
  OpenResitRequest,
  OpenSitting as OpenSittingOperation,
  OpenSittingRequest,
  ReleaseSitting as ReleaseSittingOperation,
  type RequestContext,
  type SittingDetail,
  type SittingPage,
  SittingReference,
  type SittingView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { viewsOf } from '../../training/page';
import { OpenSitting } from './open-sitting/open-sitting.use-case';
import { ReleaseSitting } from './release-sitting/release-sitting.use-case';
import { sittingNotFound, toSittingView } from './sitting-views';
import { Sittings } from './sittings.port';

@Controller()
export class SittingsHandler {
  constructor(
    private readonly sittings: Sittings,
    private readonly opening: OpenSitting,
    private readonly releasing: ReleaseSitting,
  ) {}

  @Handles(OpenSittingOperation)
  async open(request: OpenSittingRequest, context: RequestContext): Promise<SittingView> {
    return toSittingView(await this.opening.open(request, context));
  }

  @Handles(OpenResit)
  async resit(request: OpenResitRequest, context: RequestContext): Promise<SittingView> {
    return toSittingView(await this.opening.resit(request, context));
  }

  @Handles(CancelSitting)
  async cancel({ sittingId }: SittingReference): Promise<SittingView> {
    return toSittingView(await this.releasing.cancel(sittingId));
  }

  @Handles(ReleaseSittingOperation)
  async release({ sittingId }: SittingReference, context: RequestContext): Promise<SittingView> {
    return toSittingView(await this.releasing.execute(sittingId, context));
  }

  @Handles(GetSitting)
  async get({ sittingId }: SittingReference): Promise<SittingDetail> {
    const sitting = await this.sittings.find(sittingId);
    if (!sitting) throw sittingNotFound(sittingId);
    const figures = await this.sittings.counts(sittingId);
    const candidates = sitting.listed ? await this.sittings.candidates(sittingId) : [];
    return { ...toSittingView(sitting), figures: [{ ...figures }], candidates: [...candidates] };
  }

  @Handles(ListSittings)
  async list({ limit = 50, cursor, ...filter }: ListSittingsRequest): Promise<SittingPage> {
    return viewsOf(await this.sittings.list(filter, limit, cursor), toSittingView);
  }
}
