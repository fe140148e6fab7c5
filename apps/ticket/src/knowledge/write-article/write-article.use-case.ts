import { Injectable } from '@nestjs/common';
import {
  type ArticleView,
  KNOWLEDGE_ERRORS,
  type RequestContext,
  type WriteArticleRequest,
} from '@switchyard/contracts';
import { isEditable } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { shownState } from '../article-view';
import type { Article, ArticleText, ArticleVersion } from '../articles.port';
import { Categories } from '../categories/categories.port';
import { ChangeArticle } from '../change-article';
import { wrongState } from '../knowledge-errors';
import { articleTextOf } from './article-text';

/** Writes the draft, or begins the next. @throws DomainError of `WriteArticle` */
@Injectable()
export class WriteArticleUseCase {
  constructor(
    private readonly categories: Categories,
    private readonly change: ChangeArticle,
  ) {}

  execute(request: WriteArticleRequest, context: RequestContext): Promise<ArticleView> {
    const { code, latestVersion, seenAt, ...content } = request;
    return this.change.execute(code, context, async (article, now) => {
      const latest = latestOf(article);
      assertSeen(latest, latestVersion, seenAt);
      const text = await articleTextOf(article.type, content, this.categories);
      return [{ version: nextDraft(latest, text, context.actor.id, now), change: 'written' }];
    });
  }
}

export function latestOf({ code, versions }: Article): ArticleVersion {
  const [latest] = versions;
  if (!latest) throw new Error(`article ${code} has no version`);
  return latest;
}

function assertSeen(latest: ArticleVersion, latestVersion: number, seenAt: string | undefined): void {
  const changed = seenAt !== undefined && new Date(seenAt).getTime() !== latest.updatedAt.getTime();
  if (latest.version === latestVersion && !changed) return;
  throw new DomainError(
    KNOWLEDGE_ERRORS.conflict,
    'Somebody else wrote meanwhile; read the latest version, and write again.',
    { latestVersion: latest.version, updatedAt: latest.updatedAt.toISOString() },
  );
}

/** @throws DomainError `article.not-allowed-in-state` while the latest waits for a second person */
function nextDraft(latest: ArticleVersion, text: ArticleText, actor: string, now: Date): ArticleVersion {
  const state = shownState(latest, now);
  const { code, attachments } = latest;
  if (isEditable(state)) {
    const authors = [...new Set([...latest.authors, actor])];
    const { version, updatedAt, updatedBy } = latest;
    return { ...text, code, version, state, attachments, authors, updatedAt, updatedBy };
  }
  if (state !== 'published' && state !== 'retired') {
    throw wrongState(code, state, 'have it sent back first, or published');
  }
  return {
    ...text,
    code,
    version: latest.version + 1,
    state: 'draft',
    attachments,
    authors: [actor],
    updatedAt: now,
    updatedBy: actor,
  };
}
