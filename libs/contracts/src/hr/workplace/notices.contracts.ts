import { operation } from '../../kernel/contract';
import {
  Flag,
  Id,
  Instant,
  OptionalFlag,
  OptionalInstant,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { StaffNumber } from '../staff/staff-fields';
import { AudienceFields } from './audience';
import { WORKPLACE_ERRORS } from './members';

export const NOTICE_ERRORS = {
  notFound: 'notice.not-found',
  /** It ends before it begins. */
  badTime: 'notice.bad-time',
  /** It was withdrawn. */
  withdrawn: 'notice.already-withdrawn',
} as const;

export class NoticeFields extends AudienceFields {
  @RequiredText('Heading', 200)
  title: string;

  @RequiredText('Text', 20_000)
  body: string;

  @OptionalInstant('Shown from then on; from now on unless given')
  validFrom?: string;

  @OptionalInstant('Shown until then; without end unless given')
  validTo?: string;

  @OptionalFlag('Shown above the others')
  pinned?: boolean;

  @OptionalFlag('Everybody addressed has to acknowledge it')
  mustRead?: boolean;
}

export class NoticeView extends NoticeFields {
  @Id('Id of the notice')
  noticeId: string;

  @Instant('Shown from then on')
  declare validFrom: string;

  @Instant('When it was posted')
  postedAt: string;

  @RequiredText('Who posted it', 200)
  postedBy: string;

  @OptionalInstant('When it was taken down')
  withdrawnAt?: string;

  @Whole('How many have acknowledged it', 0, 1_000_000)
  acknowledged: number;
}

export const PostNotice = operation({
  subject: 'hr.command.post-notice.v1',
  request: NoticeFields,
  reply: NoticeView,
  errors: [NOTICE_ERRORS.badTime],
});

export class NoticeReference {
  @Id('Id of the notice')
  noticeId: string;
}

export const WithdrawNotice = operation({
  subject: 'hr.command.withdraw-notice.v1',
  request: NoticeReference,
  reply: NoticeView,
  errors: [NOTICE_ERRORS.notFound, NOTICE_ERRORS.withdrawn],
});

export class ListNoticesRequest extends OrderedPageRequest {
  @OptionalFlag('Only those that are shown now, or are not')
  shown?: boolean;

  @OptionalFlag('Only those that must be read, or need not')
  mustRead?: boolean;

  @OptionalFlag('Only pinned ones, or others')
  pinned?: boolean;
}

export class NoticePage extends PageOf(NoticeView) {}

export const ListNotices = operation({
  subject: 'hr.query.notices.v1',
  request: ListNoticesRequest,
  reply: NoticePage,
});

export class ListNoticeReadersRequest extends PageRequest {
  @Id('Id of the notice')
  noticeId: string;

  @OptionalFlag('Only who has acknowledged it, or has not')
  acknowledged?: boolean;
}

export class NoticeReader {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OptionalText('Group', 40)
  groupCode?: string;

  @OptionalInstant('When they acknowledged it; absent while they have not')
  acknowledgedAt?: string;
}

export class NoticeReaderPage extends PageOf(NoticeReader) {}

/** Whoever is addressed and works here now, and whoever has acknowledged it. */
export const ListNoticeReaders = operation({
  subject: 'hr.query.notice-readers.v1',
  request: ListNoticeReadersRequest,
  reply: NoticeReaderPage,
  errors: [NOTICE_ERRORS.notFound],
});

export class OwnNotice {
  @Id('Id of the notice')
  noticeId: string;

  @RequiredText('Heading', 200)
  title: string;

  @RequiredText('Text', 20_000)
  body: string;

  @Flag('Shown above the others')
  pinned: boolean;

  @Flag('Has to be acknowledged')
  mustRead: boolean;

  @Instant('When it was posted')
  postedAt: string;

  @OptionalInstant('Shown until then')
  validTo?: string;

  @OptionalInstant('When one acknowledged it')
  acknowledgedAt?: string;
}

export class OwnNoticesRequest extends PageRequest {
  @OptionalFlag('Only those that one has still to acknowledge')
  outstanding?: boolean;
}

export class OwnNoticePage extends PageOf(OwnNotice) {}

/** What is shown to who asks: pinned ones first, then the newest. */
export const ListOwnNotices = operation({
  subject: 'hr.query.own-notices.v1',
  request: OwnNoticesRequest,
  reply: OwnNoticePage,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export const AcknowledgeNotice = operation({
  subject: 'hr.command.acknowledge-notice.v1',
  request: NoticeReference,
  reply: OwnNotice,
  errors: [NOTICE_ERRORS.notFound, WORKPLACE_ERRORS.notStaff],
});
