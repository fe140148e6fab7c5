import type { SpokenLanguage } from '../speech';
import { type Notice, sumAskedFor } from './notice';
import { outageTimes } from './outage-words';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const chinese = (language: SpokenLanguage): boolean => language === 'zh-CN';

/** 1005030 → 10,050.30 元 / 10,050.30 yuan. */
export function writeMoney(fen: number, language: SpokenLanguage): string {
  const all = Math.abs(fen);
  const yuan = String(Math.floor(all / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const sum = `${yuan}.${String(all % 100).padStart(2, '0')} ${chinese(language) ? '元' : 'yuan'}`;
  return fen < 0 ? `-${sum}` : sum;
}

/** Positive is owed, negative is credit. */
export function writeBalance(fen: number, language: SpokenLanguage): string {
  const sum = writeMoney(Math.abs(fen), language);
  if (fen === 0) return sum;
  if (chinese(language)) return `${fen > 0 ? '欠费' : '结余'} ${sum}`;
  return `${sum} ${fen > 0 ? 'owed' : 'in credit'}`;
}

/** A negative sum to pay is nothing to pay, with the credit beside it. */
function writePayable(fen: number, language: SpokenLanguage): string {
  if (fen >= 0) return writeMoney(fen, language);
  const credit = writeBalance(fen, language);
  return chinese(language)
    ? `${writeMoney(0, language)}（${credit}）`
    : `${writeMoney(0, language)} (${credit})`;
}

/** YYYY-MM-DD → 2026年2月28日 / February 28, 2026. */
export function writeDate(date: string, language: SpokenLanguage): string {
  const [year, month, day] = date.split('-').map(Number);
  if (chinese(language)) return `${year}年${month}月${day}日`;
  return `${MONTHS[(month ?? 0) - 1]} ${day}, ${year}`;
}

/** YYYY-MM-DDTHH:MM → 2026年2月28日09:30 / February 28, 2026, 09:30. */
export function writeMoment(moment: string, language: SpokenLanguage): string {
  const [date = '', time = ''] = moment.split('T');
  return `${writeDate(date, language)}${chinese(language) ? '' : ', '}${time}`;
}

/** YYYY-MM → 2026年2月 / February 2026. */
export function writeMonth(month: string, language: SpokenLanguage): string {
  const [year, ofYear] = month.split('-').map(Number);
  return chinese(language) ? `${year}年${ofYear}月` : `${MONTHS[(ofYear ?? 0) - 1]} ${year}`;
}

/** Every variable of a notice as a letter shows it. */
export function writtenValues(notice: Notice, language: SpokenLanguage): Record<string, string> {
  const money = (fen: number) => writeMoney(fen, language);
  const common = {
    accountNo: notice.accountNo,
    paid: money(sumAskedFor(notice) - notice.balanceFen),
    balance: money(notice.balanceFen),
  };
  switch (notice.kind) {
    case 'bill-notice':
      return {
        ...common,
        readingDate: writeDate(notice.readingDate, language),
        registerValue: String(notice.registerValue),
        energyKwh: `${notice.energyKwh} ${chinese(language) ? '千瓦时' : 'kWh'}`,
        amount: money(notice.amountFen),
        previousBalance: writeBalance(notice.previousBalanceFen, language),
        payable: writePayable(notice.payableFen, language),
      };
    case 'arrears-reminder':
      return {
        ...common,
        billMonth: writeMonth(notice.billMonth, language),
        arrears: money(notice.arrearsFen),
        penalty: money(notice.penaltyFen),
        penaltyMethod: notice.penaltyMethod,
        total: money(notice.totalFen),
        payPlace: notice.payPlace,
      };
    case 'outage-notice': {
      const times = outageTimes(
        notice,
        language,
        (text) => [text],
        (moment) => [writeMoment(moment, language)],
      );
      const joined = (parts: readonly string[]) =>
        parts.filter((part) => part !== '').join(chinese(language) ? '' : ' ');
      return {
        ...common,
        cause: notice.cause,
        area: notice.area,
        time: joined(times.time),
        restoration: joined(times.restoration),
      };
    }
  }
}
