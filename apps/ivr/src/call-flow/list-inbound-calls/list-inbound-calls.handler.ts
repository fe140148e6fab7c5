import { Controller } from '@nestjs/common';
import {
  CALL_FLOW_ERRORS,
  type InboundCallPage,
  ListInboundCalls,
  type ListInboundCallsRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { normaliseChinesePhone } from '@switchyard/domain';
import { CURSOR_PARTS, decodeCursor, DomainError, Handles, pageOf } from '@switchyard/platform';
import { toInboundCallView } from '../inbound-calls/inbound-call-view';
import { InboundCalls } from '../inbound-calls/inbound-calls.port';

const DEFAULT_LIMIT = 50;
const CALL_ID = /^.{1,200}$/;

@Controller()
export class ListInboundCallsHandler {
  constructor(private readonly calls: InboundCalls) {}

  @Handles(ListInboundCalls)
  async handle(request: ListInboundCallsRequest, { actor }: RequestContext): Promise<InboundCallPage> {
    const { phone, cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    if (phone !== undefined && !actor.permissions.includes('phone:read')) throw notPermitted();
    const rows = await this.calls.list({
      ...filter,
      limit,
      ...(phone === undefined ? {} : { phone: asStored(phone) }),
      ...(cursor === undefined ? {} : { after: keyOf(cursor) }),
    });
    const page = pageOf(rows, limit, ({ startedKey, callId }) => [startedKey, callId]);
    return { ...page, items: page.items.map(toInboundCallView) };
  }
}

function keyOf(cursor: string): { startedAt: string; callId: string } {
  const [startedAt = '', callId = ''] = decodeCursor(cursor, CURSOR_PARTS.instant, CALL_ID);
  return { startedAt, callId };
}

/** A number that cannot be normalised stands as the PBX told it. */
function asStored(phone: string): string {
  const parsed = normaliseChinesePhone(phone);
  return parsed.ok ? parsed.e164 : phone;
}

const notPermitted = (): DomainError =>
  new DomainError(
    CALL_FLOW_ERRORS.numberNotPermitted,
    'Looking calls up by number needs the permission phone:read; look them up by time or account.',
    { permission: 'phone:read' },
  );
