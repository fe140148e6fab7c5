import type { SpokenLanguage } from '../../speech';

export type WordTable = 'outage-kind' | 'customer-kind' | 'case-kind' | 'case-status' | 'application-kind';

type Words = Readonly<Record<string, Readonly<Record<SpokenLanguage, string>>>>;

const word = (chinese: string, english: string) => ({ 'zh-CN': chinese, en: english });

/** Stable words of the system in the words of its users. */
export const WORD_TABLES: Readonly<Record<WordTable, Words>> = {
  'outage-kind': {
    planned: word('计划停电', 'a planned outage'),
    temporary: word('临时停电', 'a temporary outage'),
    fault: word('故障停电', 'an outage because of a fault'),
    'load-limit': word('限电', 'a limit of the load'),
  },
  'customer-kind': {
    resident: word('居民客户', 'a residential customer'),
    organisation: word('单位客户', 'an organisation'),
    'sole-trader': word('个体工商户', 'a sole trader'),
  },
  'case-kind': {
    'call-back-request': word('回电请求', 'a request to be called back'),
    fault: word('故障报修', 'a fault report'),
    query: word('查询', 'a query'),
    consultation: word('咨询', 'a consultation'),
    complaint: word('投诉', 'a complaint'),
    'misconduct-report': word('举报', 'a report of misconduct'),
    application: word('用电申请', 'an application'),
    suggestion: word('建议', 'a suggestion'),
    'hard-question': word('疑难问题', 'a hard question'),
  },
  'case-status': {
    open: word('处理中', 'in progress'),
    closed: word('已办结', 'closed'),
  },
  'application-kind': {
    'new-supply': word('新装用电', 'new supply'),
    'capacity-increase': word('增容', 'increase of capacity'),
    'capacity-decrease': word('减容', 'decrease of capacity'),
    suspension: word('暂停用电', 'suspension'),
    'temporary-exchange': word('暂换', 'temporary exchange of a transformer'),
    relocation: word('迁址', 'relocation'),
    'meter-relocation': word('移表', 'relocation of the meter'),
    'temporary-removal': word('暂拆', 'temporary removal'),
    transfer: word('更名过户', 'change of name or owner'),
    'account-split': word('分户', 'splitting an account'),
    'account-merge': word('并户', 'merging accounts'),
    'account-closure': word('销户', 'closing the account'),
    'voltage-change': word('改压', 'change of voltage'),
    'category-change': word('改类', 'change of category'),
  },
};
