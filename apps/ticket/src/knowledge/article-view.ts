import type { ArticleRow, ArticleVersionSummary, ArticleView, KnowledgeState } from '@switchyard/contracts';
import { isInForce, variablesOf } from '@switchyard/domain';
import type { Article, ArticleVersion, ListedArticle } from './articles.port';

/** One that was published and whose time has passed is retired. */
export function shownState({ state, validUntil }: ArticleVersion, now: Date): KnowledgeState {
  return state === 'published' && validUntil !== undefined && validUntil <= now ? 'retired' : state;
}

/** What is in force; versions are the latest first. */
export function inForceOf(versions: readonly ArticleVersion[], now: Date): ArticleVersion | undefined {
  return versions
    .filter((version) => isInForce(version, now))
    .sort((a, b) => (b.validFrom?.getTime() ?? 0) - (a.validFrom?.getTime() ?? 0))[0];
}

export function toArticleView(
  { versions, code, type, citations, openComplaints }: Article,
  shown: ArticleVersion,
  now: Date,
): ArticleView {
  return {
    code,
    type,
    citations,
    openComplaints,
    ...contentOf(shown),
    body: shown.body,
    bodyEn: shown.bodyEn,
    wordings: [...shown.wordings],
    changeNote: shown.changeNote,
    shown: toSummary(shown, now),
    versions: versions.map((version) => toSummary(version, now)),
    variables: type === 'script' ? variablesOf(shown.body) : [],
    attachments: shown.attachments.map(({ fileKey: _fileKey, ...attachment }) => attachment),
  };
}

export function toArticleRow({ head, shown, latest }: ListedArticle, now: Date): ArticleRow {
  return {
    ...head,
    ...contentOf(shown),
    shown: toSummary(shown, now),
    latest: toSummary(latest, now),
  };
}

function contentOf({ title, titleEn, tags, categoryCode, source }: ArticleVersion) {
  return { title, titleEn, tags: [...tags], categoryCode, source };
}

function toSummary(version: ArticleVersion, now: Date): ArticleVersionSummary {
  return {
    version: version.version,
    state: shownState(version, now),
    inForce: isInForce(version, now),
    validFrom: version.validFrom?.toISOString(),
    validUntil: version.validUntil?.toISOString(),
    updatedAt: version.updatedAt.toISOString(),
    updatedBy: version.updatedBy,
    approvedBy: version.approvedBy,
  };
}
