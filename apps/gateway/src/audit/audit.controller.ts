import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { AuditTrail } from './audit-trail.port';
import { AuditEntryView, AuditQuery, toAuditEntryView } from './audit.dto';

@ApiTags('audit')
@ApiBearerAuth()
@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @Permission('audit:read')
  @ApiOperation({ summary: 'Who changed what, the latest first' })
  @ApiPage(AuditEntryView)
  async list(@Query() query: AuditQuery): Promise<{ items: AuditEntryView[]; nextCursor?: string }> {
    const { limit = 50, cursor, ...filter } = query;
    const page = await this.trail.list(filter, limit, cursor);
    return { items: page.items.map(toAuditEntryView), nextCursor: page.nextCursor };
  }
}
