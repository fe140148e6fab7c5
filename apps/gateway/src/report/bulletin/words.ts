import type { TableLanguage } from '@switchyard/platform';

/** Chinese words of the report's codes; in English, and where there is none, the code stands for itself. */
const CHINESE: Readonly<Record<string, string>> = {
  'call-back-request': '回电请求',
  fault: '故障报修',
  query: '查询',
  consultation: '咨询',
  complaint: '投诉',
  'misconduct-report': '举报',
  application: '用电申请',
  suggestion: '建议',
  'hard-question': '疑难反馈',
  voice: '人工电话',
  menu: '自助语音',
  sms: '短信',
  fax: '传真',
  letter: '信函',
  web: '网站',
  chat: '在线',
  system: '系统',
  anonymous: '匿名',
  unknown: '未识别客户',
  resident: '居民',
  organisation: '单位',
  'sole-trader': '个体工商户',
  high: '高价值',
  mid: '中价值',
  ordinary: '普通',
  centre: '客户服务中心',
  business: '业务部门',
  'discipline-inspection': '纪检监察',
  repair: '抢修班',
  dispatching: '调度',
  production: '生产技术',
  'expert-group': '专家咨询小组',
  'billing-centre': '电费管理中心',
  metering: '计量',
  'marketing-city': '地市市场营销部',
  'marketing-province': '省公司市场营销部',
  '-': '未分类',
};

/** Codes apart by spaces, each in the language of the report. */
export function wordsOf(codes: string, language: TableLanguage): string {
  if (language === 'en') return codes === '-' ? 'not classified' : codes;
  return codes
    .split(' ')
    .map((code) => CHINESE[code] ?? code)
    .join(' ');
}
