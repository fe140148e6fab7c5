import { type Segment, type SpokenLanguage, grammarOf, isChinese, joinSegments, speakText } from '../speech';
import { type Notice, sumAskedFor } from './notice';
import { spokenOutageTimes } from './outage-words';

/** Who calls: the utility's name as it is said before 供电, and the hotline's number. */
export interface NoticeContext {
  readonly unit: string;
  /** 95598 unless told otherwise. */
  readonly hotline?: string;
}

export const DEFAULT_HOTLINE = '95598';

export type SpokenValues = Readonly<Record<string, readonly Segment[]>>;

/** Words of others are spoken in their own language, figures among them. */
function freeText(text: string, language: SpokenLanguage): Segment[] {
  const words = text.trim().replace(/[。．.，,；;、]+$/u, '');
  return speakText(words, isChinese(words) ? 'zh-CN' : language);
}

/** Values that stand inside a fixed sentence and are spoken with it. */
export function inlineValues(context: NoticeContext, language: SpokenLanguage): Record<string, string> {
  const hotline = grammarOf(language).digits(context.hotline ?? DEFAULT_HOTLINE);
  return {
    unit: joinSegments(freeText(context.unit, language), language),
    hotline: joinSegments(hotline, language),
  };
}

/** Every variable of a notice, spoken. */
export function spokenValues(notice: Notice, language: SpokenLanguage): SpokenValues {
  const say = grammarOf(language);
  const common = {
    accountTail: say.digits(accountTail(notice.accountNo)),
    paid: say.money(sumAskedFor(notice) - notice.balanceFen),
    balance: say.money(notice.balanceFen),
  };
  switch (notice.kind) {
    case 'bill-notice':
      return {
        ...common,
        readingDate: say.date(notice.readingDate),
        registerValue: say.decimal(notice.registerValue),
        energyKwh: say.energy(notice.energyKwh),
        amount: say.money(notice.amountFen),
        previousBalance: say.balance(notice.previousBalanceFen),
        payable: say.payable(notice.payableFen),
      };
    case 'arrears-reminder':
      return {
        ...common,
        billMonth: say.month(notice.billMonth),
        arrears: say.money(notice.arrearsFen),
        penalty: say.money(notice.penaltyFen),
        penaltyMethod: freeText(notice.penaltyMethod, language),
        total: say.money(notice.totalFen),
        payPlace: freeText(notice.payPlace, language),
      };
    case 'outage-notice':
      return {
        accountTail: common.accountTail,
        cause: freeText(notice.cause, language),
        area: freeText(notice.area, language),
        ...spokenOutageTimes(notice, language),
      };
  }
}

/** The last four digits or letters: enough to tell one's own accounts apart, too little to give one away. */
export function accountTail(accountNo: string): string {
  return accountNo.replace(/[^0-9A-Za-z]/g, '').slice(-4);
}
