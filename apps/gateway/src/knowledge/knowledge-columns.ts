import type { ArticleFeedbackView, ArticleRow, ArticleType, KnowledgeState } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const TYPES: Readonly<Record<ArticleType, string>> = {
  article: '知识',
  faq: '常见问题',
  script: '话术',
  'forbidden-phrase': '服务忌语',
};

const STATES: Readonly<Record<KnowledgeState, string>> = {
  draft: '草稿',
  submitted: '待审核',
  approved: '已审核',
  published: '已发布',
  retired: '已停用',
};

export const ARTICLE_COLUMNS = [
  tableColumn<ArticleRow>('own', '编码', 'code', ({ code }) => code),
  tableColumn<ArticleRow>('own', '类型', 'type', ({ type }, language) =>
    language === 'en' ? type : TYPES[type],
  ),
  tableColumn<ArticleRow>('text', '标题', 'title', ({ title, titleEn }, language) =>
    language === 'en' ? (titleEn ?? title) : title,
  ),
  tableColumn<ArticleRow>('own', '分类', 'category', ({ categoryCode }) => categoryCode),
  tableColumn<ArticleRow>('text', '标签', 'tags', ({ tags }) => tags?.join(' ')),
  tableColumn<ArticleRow>('number', '展示版本', 'version shown', ({ shown }) => shown.version),
  tableColumn<ArticleRow>('own', '是否在用', 'in force', ({ shown }, language) =>
    language === 'en' ? String(shown.inForce) : shown.inForce ? '是' : '否',
  ),
  tableColumn<ArticleRow>('own', '生效', 'valid from', ({ shown }) => shown.validFrom),
  tableColumn<ArticleRow>('own', '失效', 'valid until', ({ shown }) => shown.validUntil),
  tableColumn<ArticleRow>('number', '最新版本', 'latest version', ({ latest }) => latest.version),
  tableColumn<ArticleRow>('own', '最新状态', 'latest state', ({ latest }, language) =>
    language === 'en' ? latest.state : STATES[latest.state],
  ),
  tableColumn<ArticleRow>('number', '引用次数', 'citations', ({ citations }) => citations),
  tableColumn<ArticleRow>('number', '待处理差评', 'open complaints', ({ openComplaints }) => openComplaints),
  tableColumn<ArticleRow>('text', '出处', 'source', ({ source }) => source),
];

export const FEEDBACK_COLUMNS = [
  tableColumn<ArticleFeedbackView>('own', '时间', 'given at', ({ givenAt }) => givenAt),
  tableColumn<ArticleFeedbackView>('own', '编码', 'code', ({ code }) => code),
  tableColumn<ArticleFeedbackView>('number', '版本', 'version', ({ version }) => version),
  tableColumn<ArticleFeedbackView>('own', '有帮助', 'helpful', ({ helpful }, language) =>
    language === 'en' ? String(helpful) : helpful ? '是' : '否',
  ),
  tableColumn<ArticleFeedbackView>('text', '意见', 'note', ({ note }) => note),
  tableColumn<ArticleFeedbackView>('own', '工单', 'work order', ({ number }) => number),
  tableColumn<ArticleFeedbackView>('own', '提出人', 'given by', ({ givenBy }) => givenBy),
  tableColumn<ArticleFeedbackView>('own', '处理时间', 'settled at', ({ settledAt }) => settledAt),
  tableColumn<ArticleFeedbackView>('own', '处理人', 'settled by', ({ settledBy }) => settledBy),
  tableColumn<ArticleFeedbackView>('text', '处理结果', 'settlement', ({ settlement }) => settlement),
];
