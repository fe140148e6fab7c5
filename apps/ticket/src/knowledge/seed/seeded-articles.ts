import type { ArticleType } from '@switchyard/contracts';
import type { ArticleText } from '../articles.port';

export interface SeededArticle extends ArticleText {
  readonly code: string;
  readonly type: ArticleType;
}

export const SEEDED_CATEGORIES = [
  { code: 'scripts', name: '标准话术', nameEn: 'Scripts', position: 10 },
  { code: 'forbidden', name: '服务忌语', nameEn: 'Forbidden phrases', position: 20 },
  { code: 'billing', name: '电费与缴费', nameEn: 'Bills and payments', position: 30 },
  { code: 'outage', name: '停电与抢修', nameEn: 'Outages and repair', position: 40 },
  { code: 'applications', name: '业务办理', nameEn: 'Applications', position: 50 },
  { code: 'complaints', name: '投诉与举报', nameEn: 'Complaints and reports', position: 60 },
  { code: 'law', name: '法规与常识', nameEn: 'Law and common knowledge', position: 70 },
] as const;

function script(
  code: string,
  title: string,
  titleEn: string,
  body: string,
  bodyEn: string,
  source: string,
): SeededArticle {
  return {
    code: `script-${code}`,
    type: 'script',
    title,
    titleEn,
    body,
    bodyEn,
    wordings: [],
    tags: ['话术'],
    categoryCode: 'scripts',
    source,
  };
}

/** Scripts that the rules prescribe (§13b), word for word; the English is ours. */
const SCRIPTS: readonly SeededArticle[] = [
  script(
    'inbound-greeting',
    '自动语音欢迎语',
    'Greeting of inbound calls',
    '您好，欢迎使用{单位}供电客户服务热线，自动语音服务请按1，…，人工服务请按0',
    'Hello, welcome to the customer service hotline of {unit}. For self-service press 1, … for an agent press 0',
    'art. 11(2)',
  ),
  script(
    'agent-answers',
    '客服代表应答语',
    'An agent answers',
    '早上（中午、晚上）好！我是{工号}号客服代表，请问需要什么帮助？',
    'Good morning (afternoon, evening). This is agent {number}. How can I help you?',
    'art. 11(2)',
  ),
  script(
    'agent-calls-out',
    '客服代表外呼开头语',
    'An agent calls out',
    '早上（中午、晚上）好！我是{单位}供电{工号}号客服代表，为您提供{服务，如报修回访}服务',
    'Good morning (afternoon, evening). This is agent {number} of {unit}, calling for {service, e.g. a follow-up of your fault report}',
    'art. 11(2)',
  ),
  script(
    'automatic-notice',
    '自动外呼开头语',
    'An automatic notice begins',
    '您好！{单位}供电95598服务热线为您提供{服务，如电费通知}服务 …',
    'Hello. This is the 95598 hotline of {unit} with {service, e.g. your bill notice} …',
    'art. 11(2)',
  ),
  script(
    'agent-ends-inbound',
    '呼入结束语',
    'An agent ends an inbound call',
    '请问还需要什么帮助吗？… 再见！（或：请您为本次服务进行评价）',
    'Is there anything else I can help you with? … Goodbye. (Or: please rate this service.)',
    'art. 11(3)',
  ),
  script(
    'agent-ends-outbound',
    '外呼结束语',
    'An agent ends an outbound call',
    '打扰了，谢谢！（或：请您为本次服务进行评价）',
    'Thank you for your time. (Or: please rate this service.)',
    'art. 11(3)',
  ),
];

/** The 15 forbidden phrases (§14) with their wordings, and what to say instead [ours]. */
const PHRASES: readonly (readonly [wordings: readonly string[], instead: string])[] = [
  [['喂'], '您好，请问需要什么帮助？'],
  [['你找谁'], '请问您需要什么帮助？'],
  [['你叫什么'], '请问您贵姓？'],
  [['说大点声'], '对不起，我听不清您的声音，请您稍大一点声，好吗？'],
  [['什么事呀'], '请问有什么可以帮您？'],
  [['在听吗'], '请问您能听清楚吗？'],
  [['这我怎么知道'], '请您稍等，我为您查询。'],
  [['不可能', '绝对不可能'], '请您不要着急，我们马上为您核实。'],
  [['这是我们的规定，我也没办法'], '非常抱歉，按规定需要这样办理，我为您说明原因。'],
  [['你说的这个问题我不知道'], '对不起，这个问题我需要核实，请留下联系方式，我们尽快回复您。'],
  [['我们做不了'], '非常抱歉，我为您转有关部门处理。'],
  [['没办法'], '我为您记录下来，请有关部门尽快处理。'],
  [['这个您不懂'], '我为您解释一下。'],
  [['别再来电话了'], '处理有了结果，我们会主动与您联系。'],
  [['快点儿'], '请您慢慢说，我正在记录。'],
];

const FORBIDDEN: readonly SeededArticle[] = PHRASES.map(([wordings, instead], index) => ({
  code: `forbidden-${String(index + 1).padStart(2, '0')}`,
  type: 'forbidden-phrase',
  title: wordings.join('／'),
  body: instead,
  wordings,
  tags: ['服务忌语'],
  categoryCode: 'forbidden',
  source: 'art. 11',
}));

export const SEEDED_ARTICLES: readonly SeededArticle[] = [...SCRIPTS, ...FORBIDDEN];
