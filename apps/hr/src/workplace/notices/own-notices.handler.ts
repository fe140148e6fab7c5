import { Controller, Inject } from '@nestjs/common';
import {
  AcknowledgeNotice,
  ListOwnNotices,
  NoticeReference,
  type OwnNotice,
  type OwnNoticePage,
  OwnNoticesRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { isAddressed } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { pageOfArray } from '../common/page-of-array';
import { Board } from './board.port';
import { noticeNotFound, toOwnNotice } from './notice-views';

/** What the board shows to one member of staff. */
@Controller()
export class OwnNoticesHandler {
  constructor(
    private readonly board: Board,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListOwnNotices)
  async list(
    { limit, cursor, outstanding }: OwnNoticesRequest,
    context: RequestContext,
  ): Promise<OwnNoticePage> {
    const notices = await this.own(context);
    const wanted = notices.filter(
      ({ mustRead, acknowledgedAt }) =>
        outstanding === undefined || (mustRead && acknowledgedAt === undefined) === outstanding,
    );
    return pageOfArray(wanted, ({ noticeId }) => noticeId, limit, cursor);
  }

  @Handles(AcknowledgeNotice)
  async acknowledge({ noticeId }: NoticeReference, context: RequestContext): Promise<OwnNotice> {
    const { staffNumber } = await this.members.acting(context);
    const shown = await this.own(context);
    if (!shown.some((notice) => notice.noticeId === noticeId)) throw noticeNotFound(noticeId);
    await this.board.acknowledge(noticeId, staffNumber, this.clock.now());
    const own = (await this.own(context)).find((notice) => notice.noticeId === noticeId);
    if (!own) throw noticeNotFound(noticeId);
    return own;
  }

  private async own(context: RequestContext): Promise<OwnNotice[]> {
    const member = await this.members.acting(context);
    const shown = (await this.board.shown(this.clock.now())).filter((notice) => isAddressed(notice, member));
    const acknowledged = await this.board.acknowledgedBy(
      member.staffNumber,
      shown.map(({ id }) => id),
    );
    return shown.map((notice) => toOwnNotice(notice, acknowledged.get(notice.id)));
  }
}
