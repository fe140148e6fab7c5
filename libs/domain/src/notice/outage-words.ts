import { type Segment, grammarOf, type SpokenLanguage } from '../speech';
import type { OutageNotice } from './notice';
import { readMoment } from './read-moment';

interface Words {
  readonly time: readonly [before: string, after: string];
  readonly restoration: readonly [before: string, after: string];
  /** Where there is no time of restoration. */
  readonly unknown: string;
}

const UNKNOWN = '恢复供电的时间尚未确定';
const CHINESE: Readonly<Record<OutageNotice['occasion'], Words>> = {
  announcement: { time: ['自', '起停电'], restoration: ['预计', '恢复供电'], unknown: UNKNOWN },
  change: { time: ['自', '起停电'], restoration: ['现预计', '恢复供电'], unknown: UNKNOWN },
  cancellation: { time: ['原定', '开始的停电'], restoration: ['已取消', ''], unknown: '已取消' },
  restoration: { time: ['', '开始的停电'], restoration: ['已于', '恢复供电'], unknown: '已恢复供电' },
};

const NOT_KNOWN = 'and nobody can say yet when it will be back';
const ENGLISH: Readonly<Record<OutageNotice['occasion'], Words>> = {
  announcement: {
    time: ['is interrupted from', ''],
    restoration: ['and is expected back', ''],
    unknown: NOT_KNOWN,
  },
  change: {
    time: ['is interrupted from', ''],
    restoration: ['and is now expected back', ''],
    unknown: NOT_KNOWN,
  },
  cancellation: {
    time: ['was to be interrupted from', ''],
    restoration: ['which does not take place', ''],
    unknown: 'which does not take place',
  },
  restoration: {
    time: ['was interrupted from', ''],
    restoration: ['and is back since', ''],
    unknown: 'and is back',
  },
};

/** The sentence's parts that say when: of the outage, and of the restoration. `said` makes words of a moment. */
export function outageTimes<Part>(
  notice: OutageNotice,
  language: SpokenLanguage,
  word: (text: string) => readonly Part[],
  said: (moment: string) => readonly Part[],
): { readonly time: readonly Part[]; readonly restoration: readonly Part[] } {
  const words = (language === 'zh-CN' ? CHINESE : ENGLISH)[notice.occasion];
  const around = ([before, after]: readonly [string, string], moment: string) => [
    ...word(before),
    ...said(moment),
    ...word(after),
  ];
  const isCancelled = notice.occasion === 'cancellation';
  return {
    time: around(words.time, notice.startsAt),
    restoration:
      notice.restorationAt === '' || isCancelled
        ? word(words.unknown)
        : around(words.restoration, notice.restorationAt),
  };
}

/** The same, spoken. */
export function spokenOutageTimes(
  notice: OutageNotice,
  language: SpokenLanguage,
): { readonly time: readonly Segment[]; readonly restoration: readonly Segment[] } {
  const word = (text: string): Segment[] => (text === '' ? [] : [text]);
  return outageTimes(notice, language, word, (text) => {
    const moment = readMoment(text);
    return moment ? grammarOf(language).moment(moment.date, moment.minute) : [];
  });
}
