import { Controller } from '@nestjs/common';
import { type AttachmentUses, type AttachmentUsesRequest, ListAttachmentUses } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { UsesOfAttachments } from './attachment-uses.port';

@Controller()
export class AttachmentUsesHandler {
  constructor(private readonly uses: UsesOfAttachments) {}

  @Handles(ListAttachmentUses)
  async handle({ keys }: AttachmentUsesRequest): Promise<AttachmentUses> {
    const found = await this.uses.of(keys);
    return {
      uses: found.map(({ key, kind, closedAt }) => ({
        key,
        kind,
        ...(closedAt !== null && { closedAt: closedAt.toISOString() }),
      })),
    };
  }
}
