import { Controller } from '@nestjs/common';
import { type CallUses, type CallUsesRequest, ListCallUses } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { UsesOfCalls } from './call-uses.port';

@Controller()
export class CallUsesHandler {
  constructor(private readonly uses: UsesOfCalls) {}

  @Handles(ListCallUses)
  async handle({ callIds }: CallUsesRequest): Promise<CallUses> {
    const found = await this.uses.of(callIds);
    return {
      uses: found.map(({ callId, kind, closedAt }) => ({
        callId,
        kind,
        ...(closedAt !== null && { closedAt: closedAt.toISOString() }),
      })),
    };
  }
}
