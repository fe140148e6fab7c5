import type { NoticeReader, NoticeView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { yesNo } from '../http/in-words';

export const NOTICE_COLUMNS = [
  tableColumn<NoticeView>('text', '标题', 'title', ({ title }) => title),
  tableColumn<NoticeView>('own', '生效', 'from', ({ validFrom }) => chinaTime(validFrom)),
  tableColumn<NoticeView>('own', '失效', 'to', ({ validTo }) => chinaTime(validTo)),
  tableColumn<NoticeView>('own', '置顶', 'pinned', ({ pinned }, language) => yesNo(pinned, language)),
  tableColumn<NoticeView>('own', '必读', 'must read', ({ mustRead }, language) => yesNo(mustRead, language)),
  tableColumn<NoticeView>('number', '已签收', 'acknowledged', ({ acknowledged }) => acknowledged),
  tableColumn<NoticeView>('own', '发布时间', 'posted at', ({ postedAt }) => chinaTime(postedAt)),
  tableColumn<NoticeView>('text', '发布人', 'posted by', ({ postedBy }) => postedBy),
  tableColumn<NoticeView>('own', '撤下时间', 'taken down at', ({ withdrawnAt }) => chinaTime(withdrawnAt)),
];

export const NOTICE_READER_COLUMNS = [
  tableColumn<NoticeReader>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<NoticeReader>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<NoticeReader>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<NoticeReader>('own', '签收时间', 'acknowledged at', ({ acknowledgedAt }) =>
    chinaTime(acknowledgedAt),
  ),
];
