import { Controller, Inject } from '@nestjs/common';
import { ListRecordingUses, type RecordingUsesReply, type RecordingUsesRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { UsesOfRecordings } from './recording-uses.port';

@Controller()
export class RecordingUsesHandler {
  constructor(
    private readonly uses: UsesOfRecordings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListRecordingUses)
  async handle({ recordingIds }: RecordingUsesRequest): Promise<RecordingUsesReply> {
    return { inJudgement: [...(await this.uses.inJudgement(recordingIds, this.clock.now()))] };
  }
}
