import { NOTICE_ERRORS, type NoticeView, type OwnNotice } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Notice } from './board.port';

export function toNoticeView(notice: Notice): NoticeView {
  const { id, validFrom, validTo, postedAt, withdrawnAt, withdrawnBy: _by, ...facts } = notice;
  return {
    ...facts,
    departments: [...notice.departments],
    posts: [...notice.posts],
    groups: [...notice.groups],
    noticeId: id,
    validFrom: validFrom.toISOString(),
    postedAt: postedAt.toISOString(),
    ...(validTo && { validTo: validTo.toISOString() }),
    ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
  };
}

export function toOwnNotice(notice: Notice, acknowledgedAt: Date | undefined): OwnNotice {
  const { id, title, body, pinned, mustRead, postedAt, validTo } = notice;
  return {
    noticeId: id,
    title,
    body,
    pinned,
    mustRead,
    postedAt: postedAt.toISOString(),
    ...(validTo && { validTo: validTo.toISOString() }),
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
  };
}

export const noticeNotFound = (noticeId: string): DomainError =>
  new DomainError(NOTICE_ERRORS.notFound, `There is no notice ${noticeId}.`, { noticeId });
