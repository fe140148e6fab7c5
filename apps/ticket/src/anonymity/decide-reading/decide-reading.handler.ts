import { Controller } from '@nestjs/common';
import {
  DecideIdentityReading,
  DecideIdentityReadingRequest,
  type IdentityReadingView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { NoteRefusals } from '../audit/note-refusals';
import { DecideReadingUseCase } from './decide-reading.use-case';

@Controller()
export class DecideReadingHandler {
  constructor(
    private readonly decide: DecideReadingUseCase,
    private readonly refusals: NoteRefusals,
  ) {}

  @Handles(DecideIdentityReading)
  handle(request: DecideIdentityReadingRequest, context: RequestContext): Promise<IdentityReadingView> {
    return this.refusals.of('decision-refused', request.requestId, context, () =>
      this.decide.execute(request, context),
    );
  }
}
