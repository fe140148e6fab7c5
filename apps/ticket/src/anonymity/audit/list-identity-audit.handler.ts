import { Controller } from '@nestjs/common';
import { type IdentityAuditPage, ListIdentityAudit, ListIdentityAuditRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { IdentityAudit } from './identity-audit.port';

@Controller()
export class ListIdentityAuditHandler {
  constructor(private readonly audit: IdentityAudit) {}

  @Handles(ListIdentityAudit)
  async handle(request: ListIdentityAuditRequest): Promise<IdentityAuditPage> {
    const { limit = 50, cursor, from, to, ...filter } = request;
    const between = {
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
    };
    const page = await this.audit.list({ ...filter, ...between }, limit, cursor);
    const items = page.items.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
    return { items, nextCursor: page.nextCursor };
  }
}
