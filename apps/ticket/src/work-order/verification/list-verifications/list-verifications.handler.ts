import { Controller } from '@nestjs/common';
import {
  ListVerifications,
  ListVerificationsRequest,
  type VerificationPage,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { scopeOf } from '../../access';
import { Verifications } from '../verifications.port';

@Controller()
export class ListVerificationsHandler {
  constructor(private readonly verifications: Verifications) {}

  @Handles(ListVerifications)
  async handle(
    { limit = 50, cursor, ...filter }: ListVerificationsRequest,
    context: RequestContext,
  ): Promise<VerificationPage> {
    const page = await this.verifications.list({ ...filter, within: scopeOf(context) }, limit, cursor);
    const items = page.items.map(({ dueAt, requestedAt, updatedAt, ...rest }) => ({
      ...rest,
      dueAt: dueAt?.toISOString(),
      requestedAt: requestedAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }));
    return { items, nextCursor: page.nextCursor };
  }
}
