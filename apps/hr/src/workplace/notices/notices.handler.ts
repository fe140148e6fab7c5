import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  ListNoticeReaders,
  ListNoticeReadersRequest,
  ListNotices,
  ListNoticesRequest,
  NOTICE_ERRORS,
  NoticeFields,
  type NoticePage,
  type NoticeReaderPage,
  NoticeReference,
  type NoticeView,
  PostNotice,
  type RequestContext,
  WithdrawNotice,
} from '@switchyard/contracts';
import { isAddressed } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { pageOfArray } from '../common/page-of-array';
import { Board, type Notice } from './board.port';
import { noticeNotFound, toNoticeView } from './notice-views';

@Controller()
export class NoticesHandler {
  constructor(
    private readonly board: Board,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PostNotice)
  async post(request: NoticeFields, context: RequestContext): Promise<NoticeView> {
    const now = this.clock.now();
    const { title, body, departments = [], posts = [], groups = [] } = request;
    const validFrom = request.validFrom === undefined ? now : new Date(request.validFrom);
    const validTo = request.validTo === undefined ? undefined : new Date(request.validTo);
    if (validTo && validTo <= validFrom) {
      throw new DomainError(NOTICE_ERRORS.badTime, 'The notice ends before it begins.', { field: 'validTo' });
    }
    const id = randomUUID();
    await this.board.add({
      id,
      title,
      body,
      departments,
      posts,
      groups,
      validFrom,
      ...(validTo && { validTo }),
      pinned: request.pinned ?? false,
      mustRead: request.mustRead ?? false,
      postedAt: now,
      postedBy: await this.members.nameOf(context),
    });
    return toNoticeView(await this.notice(id));
  }

  @Handles(WithdrawNotice)
  async withdraw({ noticeId }: NoticeReference, context: RequestContext): Promise<NoticeView> {
    await this.notice(noticeId);
    const by = await this.members.nameOf(context);
    if (await this.board.withdraw(noticeId, by, this.clock.now())) {
      return toNoticeView(await this.notice(noticeId));
    }
    throw new DomainError(NOTICE_ERRORS.withdrawn, 'The notice was taken down before.', { noticeId });
  }

  @Handles(ListNotices)
  async list({ limit, cursor, order, ...filter }: ListNoticesRequest): Promise<NoticePage> {
    const page = await this.board.list(filter, this.clock.now(), { limit, cursor, order });
    return { ...page, items: page.items.map(toNoticeView) };
  }

  @Handles(ListNoticeReaders)
  async readers(request: ListNoticeReadersRequest): Promise<NoticeReaderPage> {
    const { noticeId, acknowledged, limit, cursor } = request;
    const notice = await this.notice(noticeId);
    const given = await this.board.acknowledgementsOf(noticeId);
    const at = new Map(given.map(({ staffNumber, acknowledgedAt }) => [staffNumber, acknowledgedAt]));
    const readers = (await this.members.active())
      .filter((member) => at.has(member.staffNumber) || isAddressed(notice, member))
      .filter(({ staffNumber }) => acknowledged === undefined || at.has(staffNumber) === acknowledged)
      .map(({ staffNumber, name, groupCode }) => {
        const acknowledgedAt = at.get(staffNumber)?.toISOString();
        return {
          staffNumber,
          name,
          ...(groupCode !== undefined && { groupCode }),
          ...(acknowledgedAt !== undefined && { acknowledgedAt }),
        };
      });
    return pageOfArray(readers, ({ staffNumber }) => staffNumber, limit, cursor);
  }

  private async notice(noticeId: string): Promise<Notice> {
    const notice = await this.board.find(noticeId);
    if (!notice) throw noticeNotFound(noticeId);
    return notice;
  }
}
