import { Controller } from '@nestjs/common';
import { ListVerifications, ListVerificationsRequest, type VerificationPage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Verifications } from '../verifications.port';

@Controller()
export class ListVerificationsHandler {
  constructor(private readonly verifications: Verifications) {}

  @Handles(ListVerifications)
  async handle({ limit = 50, cursor, ...filter }: ListVerificationsRequest): Promise<VerificationPage> {
    const page = await this.verifications.list(filter, limit, cursor);
    const items = page.items.map(({ dueAt, requestedAt, updatedAt, ...rest }) => ({
      ...rest,
      dueAt: dueAt?.toISOString(),
      requestedAt: requestedAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }));
    return { items, nextCursor: page.nextCursor };
  }
}
