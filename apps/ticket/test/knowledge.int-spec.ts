import {
  type ArticlePage,
  type ArticleView,
  AttachToArticle,
  CheckWording,
  CiteArticle,
  CreateArticle,
  type CreateArticleRequest,
  DetachFromArticle,
  GetArticle,
  GetArticleAttachment,
  GetArticleHistory,
  JudgeArticle,
  type KnowledgeAction,
  ListArticleFeedback,
  ListArticles,
  ListKnowledgeCategories,
  MoveArticleVersion,
  OpenWorkOrder,
  type Operation,
  PutKnowledgeCategory,
  SearchKnowledge,
  SettleArticleFeedback,
  WriteArticle,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { TicketFixture } from './ticket-fixture';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('knowledge', () => {
  let ticket: TicketFixture;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
  }, 120_000);

  afterAll(() => ticket.close());

  const as =
    (id: string) =>
    <Request extends object, Reply extends object>(
      operation: Operation<Request, Reply>,
      request: Request,
    ) => {
      const context = { ...ticket.context, actor: { ...ticket.context.actor, id, name: id } };
      return ticket.get(OperationClient).call(operation, request, context, { timeoutMs: 60_000 });
    };
  const wang = as('u-wang');
  const li = as('u-li');

  const draft = (changed: Partial<CreateArticleRequest> = {}) =>
    wang(CreateArticle, { type: 'article', title: '标题', body: '正文', ...changed });
  const move = (by: typeof wang, code: string, version: number, action: KnowledgeAction, more = {}) =>
    by(MoveArticleVersion, { code, version, action, ...more });

  async function published(changed: Partial<CreateArticleRequest> = {}): Promise<ArticleView> {
    const { code } = await draft(changed);
    await move(wang, code, 1, 'submit');
    await move(li, code, 1, 'approve');
    return move(li, code, 1, 'publish');
  }
  const search = (q: string, more = {}) => ticket.call(SearchKnowledge, { q, ...more });
  const codesOf = ({ items }: { items: readonly { code: string }[] }) => items.map(({ code }) => code);

  it('comes with the scripts and the 15 forbidden phrases of the rules', async () => {
    const scripts = await ticket.call(ListArticles, { type: 'script' });
    expect(scripts.items).toHaveLength(6);
    const phrases = await ticket.call(ListArticles, { type: 'forbidden-phrase' });
    expect(phrases.items).toHaveLength(15);
    expect(phrases.items.every(({ shown }) => shown.inForce)).toBe(true);
    const answer = await ticket.call(GetArticle, { code: 'script-agent-answers' });
    expect(answer).toMatchObject({
      body: '早上（中午、晚上）好！我是{工号}号客服代表，请问需要什么帮助？',
      variables: ['工号'],
    });
    const { findings } = await ticket.call(CheckWording, { text: '喂，这绝对不可能，我们做不了。' });
    expect(findings.map(({ wording }) => wording)).toEqual(['喂', '绝对不可能', '我们做不了']);
    expect(findings[0]?.instead).toBe('您好，请问需要什么帮助？');
  });

  it('is shown only when somebody else has approved it', async () => {
    const { code, shown } = await draft({ title: '双电源切换', body: '切换办法' });
    expect(code).toMatch(/^K\d{6}$/);
    expect(shown).toMatchObject({ version: 1, state: 'draft', inForce: false });
    await move(wang, code, 1, 'submit');
    await expect(move(wang, code, 1, 'approve')).rejects.toMatchObject({ code: 'article.own-work' });
    await expect(move(li, code, 1, 'publish')).rejects.toMatchObject({
      code: 'article.not-allowed-in-state',
      details: { state: 'submitted' },
    });
    await expect(move(li, code, 1, 'send-back')).rejects.toMatchObject({ code: 'article.reason-missing' });
    await move(li, code, 1, 'send-back', { reason: '缺少步骤' });
    await wang(WriteArticle, { code, latestVersion: 1, title: '双电源切换', body: '步骤一' });
    await move(wang, code, 1, 'submit');
    await move(li, code, 1, 'approve');
    expect(codesOf(await search('双电源'))).toEqual([]);
    const view = await move(li, code, 1, 'publish');
    expect(view.shown).toMatchObject({ state: 'published', inForce: true, approvedBy: 'u-li' });
    expect(codesOf(await search('双电源'))).toEqual([code]);
    const { items } = await ticket.call(GetArticleHistory, { code });
    expect(items.map(({ change, actor }) => `${change} ${actor}`).reverse()).toEqual([
      'created u-wang',
      'submit u-wang',
      'send-back u-li',
      'written u-wang',
      'submit u-wang',
      'approve u-li',
      'publish u-li',
    ]);
    await expect(ticket.query('delete from knowledge_event')).rejects.toThrow('never changed');
  });

  it('is rewritten by a next version that begins when it is published, or later', async () => {
    const { code } = await published({ title: '旧版缴费渠道', body: '营业厅' });
    const write = (latestVersion: number) =>
      wang(WriteArticle, { code, latestVersion, title: '新版缴费渠道', body: '手机银行' });
    const second = await write(1);
    expect(second.shown).toMatchObject({ version: 2, state: 'draft' });
    await expect(write(1)).rejects.toMatchObject({
      code: 'article.version-conflict',
      details: { latestVersion: 2 },
    });
    expect((await ticket.call(GetArticle, { code })).title).toBe('旧版缴费渠道');
    await move(wang, code, 2, 'submit');
    await expect(write(2)).rejects.toMatchObject({ code: 'article.not-allowed-in-state' });
    await move(li, code, 2, 'approve');
    const later = inHours(5);
    await move(li, code, 2, 'publish', { validFrom: later });
    expect(codesOf(await search('旧版缴费'))).toContain(code);
    expect((await ticket.call(GetArticle, { code })).versions).toMatchObject([
      { version: 2, state: 'published', inForce: false, validFrom: later },
      { version: 1, state: 'published', inForce: true, validUntil: later },
    ]);
    await write(2);
    await move(wang, code, 3, 'submit');
    await move(li, code, 3, 'approve');
    const third = await move(li, code, 3, 'publish');
    expect(third.versions.map(({ state, inForce }) => [state, inForce])).toEqual([
      ['published', true],
      ['retired', false],
      ['retired', false],
    ]);
    const found = await search('缴费渠道');
    expect(found.items.filter((hit) => hit.code === code)).toMatchObject([
      { version: 3, title: '新版缴费渠道' },
    ]);
    const retired = await move(li, code, 3, 'retire', { reason: '渠道关闭' });
    expect(retired.shown).toMatchObject({ state: 'retired', inForce: false });
    expect(codesOf(await search('缴费渠道'))).not.toContain(code);
  });

  it('is not shown after its end', async () => {
    const { code } = await draft({ title: '春节营业时间' });
    await move(wang, code, 1, 'submit');
    await move(li, code, 1, 'approve');
    await expect(move(li, code, 1, 'publish', { validUntil: inHours(-1) })).rejects.toMatchObject({
      code: 'article.ends-before-start',
    });
    await move(li, code, 1, 'publish', { validUntil: inHours(1) });
    await ticket.query(
      `update knowledge_version set valid_until = now() - interval '1 minute' where code = $1`,
      [code],
    );
    expect((await ticket.call(GetArticle, { code })).shown).toMatchObject({
      state: 'retired',
      inForce: false,
    });
    await expect(ticket.call(CiteArticle, { code, number: 'W1' })).rejects.toMatchObject({
      code: 'article.not-in-force',
    });
  });

  it('is found by words of two characters, one, English and questions, the best first, marked', async () => {
    const title = await published({ title: '峰谷电价', titleEn: 'Peak and valley prices', body: '说明' });
    const body = await published({ title: '分时说明', body: '居民可申请峰谷电价，谷段为夜间。' });
    await published({ title: '爬山', body: '山峰与谷地' });
    expect(codesOf(await search('峰谷'))).toEqual([title.code, body.code]);
    expect(codesOf(await search('峰谷 夜间')).at(0)).toBe(body.code);
    expect(codesOf(await search('price'))).toEqual([title.code]);
    expect(codesOf(await search('PEAK VALLEY'))).toEqual([title.code]);
    const question = await search('怎么申请峰谷电价呢');
    expect(question.items[0]).toMatchObject({ code: body.code, exact: false });
    const [hit] = (await search('谷段')).items;
    expect(hit).toMatchObject({ code: body.code, exact: true });
    expect(hit?.highlights).toEqual([
      { field: 'body', text: '居民可申请峰谷电价，谷段为夜间。', marks: [[10, 12]] },
    ]);
    expect((await search('谷')).total).toBe(3);
    expect(codesOf(await search('峰谷', { type: 'faq' }))).toEqual([]);
    await expect(search('？！')).rejects.toMatchObject({ code: 'knowledge.nothing-to-search' });
  });

  it('is found page by page, each article once', async () => {
    for (let index = 0; index < 5; index += 1) await published({ title: `台风应急${index}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('台风', { limit: 2, cursor });
      expect(page.total).toBe(5);
      seen.push(...codesOf(page));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(5);
  });

  it('is counted once for each work order whose answer cites it, also at the same moment', async () => {
    const { code } = await published({ title: '引用' });
    const { number } = await ticket.call(OpenWorkOrder, {
      kind: 'suggestion',
      text: '建议',
      reference: 'cite-1',
    });
    await Promise.all(Array.from({ length: 5 }, () => wang(CiteArticle, { code, number })));
    expect(await li(CiteArticle, { code, number })).toMatchObject({
      citations: 1,
      version: 1,
      citedBy: 'u-wang',
    });
    await expect(wang(CiteArticle, { code, number: 'W0' })).rejects.toMatchObject({
      code: 'article.work-order-unknown',
    });
    const most = await ticket.call(ListArticles, { sort: 'cited', limit: 1 });
    expect(most.items).toMatchObject([{ code, citations: 1 }]);
  });

  it('is judged, and what is unhelpful is settled', async () => {
    const { code } = await published({ title: '评价' });
    await expect(wang(JudgeArticle, { code, helpful: false })).rejects.toMatchObject({
      code: 'article.reason-missing',
    });
    await wang(JudgeArticle, { code, helpful: true });
    const { feedbackId } = await wang(JudgeArticle, { code, helpful: false, note: '电话号码过期' });
    expect(await ticket.call(GetArticle, { code })).toMatchObject({ openComplaints: 1 });
    const unhelpful = await ticket.call(ListArticles, { sort: 'unhelpful', limit: 1 });
    expect(codesOf(unhelpful)).toEqual([code]);
    expect(
      (await ticket.call(ListArticleFeedback, { code, settled: false, helpful: false })).items,
    ).toMatchObject([{ feedbackId, note: '电话号码过期' }]);
    const settled = await li(SettleArticleFeedback, { feedbackId, settlement: '已更正' });
    expect(settled).toMatchObject({ settledBy: 'u-li', settlement: '已更正' });
    expect(await wang(SettleArticleFeedback, { feedbackId, settlement: '再次' })).toEqual(settled);
    expect(await ticket.call(GetArticle, { code })).toMatchObject({ openComplaints: 0 });
  });

  it('has categories, tags and files; those of a version stay with it', async () => {
    await ticket.call(PutKnowledgeCategory, { code: 'metering', name: '计量', nameEn: 'Metering' });
    expect((await ticket.call(ListKnowledgeCategories, {})).items.map(({ code }) => code)).toContain(
      'metering',
    );
    const facts = { title: '换表', body: '流程', categoryCode: 'metering', tags: ['电表', '换表'] };
    const { code } = await draft(facts);
    await expect(draft({ categoryCode: 'nowhere' })).rejects.toMatchObject({
      code: 'article.category-unknown',
    });
    await expect(draft({ type: 'forbidden-phrase' })).rejects.toMatchObject({
      code: 'article.wordings-missing',
    });
    await expect(draft({ code: 'script-agent-answers' })).rejects.toMatchObject({
      code: 'article.already-exists',
    });
    const file = {
      fileKey: 'knowledge/form',
      fileName: '申请表.pdf',
      contentType: 'application/pdf',
      bytes: 12,
    };
    const [attached] = (await wang(AttachToArticle, { code, ...file })).attachments;
    const attachmentId = attached?.attachmentId ?? '';
    expect(attached).not.toHaveProperty('fileKey');
    await move(wang, code, 1, 'submit');
    await expect(wang(DetachFromArticle, { code, attachmentId })).rejects.toMatchObject({
      code: 'article.not-allowed-in-state',
    });
    await move(li, code, 1, 'approve');
    await move(li, code, 1, 'publish');
    await wang(WriteArticle, { code, latestVersion: 1, ...facts });
    const second = await wang(DetachFromArticle, { code, attachmentId });
    expect(second.attachments).toEqual([]);
    expect(await wang(GetArticleAttachment, { code, version: 1, attachmentId })).toMatchObject(file);
    await expect(wang(GetArticleAttachment, { code, version: 2, attachmentId })).rejects.toMatchObject({
      code: 'article-attachment.not-found',
    });
    expect(codesOf(await ticket.call(ListArticles, { tag: '电表', categoryCode: 'metering' }))).toEqual([
      code,
    ]);
    expect((await ticket.call(ListArticles, { tag: '电表', state: 'draft' })).items).toMatchObject([
      { code, shown: { version: 1 }, latest: { version: 2, state: 'draft' } },
    ]);
  });

  it.each(['code', 'changed', 'cited', 'unhelpful'] as const)(
    'is listed by %s page by page',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: ArticlePage = await ticket.call(ListArticles, { sort, limit: 7, cursor });
        seen.push(...codesOf(page));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const [{ count } = { count: '0' }] = await ticket.query<{ count: string }>(
        'select count(*) from knowledge_article',
      );
      expect([new Set(seen).size, seen.length]).toEqual([Number(count), Number(count)]);
      if (sort === 'code') expect(seen).toEqual([...seen].sort());
    },
  );
});
