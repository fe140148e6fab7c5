import { Controller } from '@nestjs/common';
import {
  IdentityReadingReference,
  ReadIdentity,
  type ReadIdentityReply,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { NoteRefusals } from '../audit/note-refusals';
import { ReadIdentityUseCase } from './read-identity.use-case';

@Controller()
export class ReadIdentityHandler {
  constructor(
    private readonly read: ReadIdentityUseCase,
    private readonly refusals: NoteRefusals,
  ) {}

  @Handles(ReadIdentity)
  handle({ requestId }: IdentityReadingReference, context: RequestContext): Promise<ReadIdentityReply> {
    return this.refusals.of('reading-refused', requestId, context, () =>
      this.read.execute(requestId, context),
    );
  }
}
