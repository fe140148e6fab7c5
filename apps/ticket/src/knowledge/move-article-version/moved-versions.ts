import { KNOWLEDGE_ERRORS, type MoveArticleVersionRequest } from '@switchyard/contracts';
import { moveVersion } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { shownState } from '../article-view';
import type { Article, ArticleVersion } from '../articles.port';
import type { VersionChange } from '../change-article';
import { versionNotFound, wrongState } from '../knowledge-errors';

/**
 * The version after an action, and those that end by its publication.
 * @throws DomainError of `MoveArticleVersion`
 */
export function movedVersions(
  { code, versions }: Article,
  request: Omit<MoveArticleVersionRequest, 'code'>,
  actor: string,
  now: Date,
): readonly VersionChange[] {
  const { version: number, action, reason } = request;
  const version = versions.find((one) => one.version === number);
  if (!version) throw versionNotFound(code, number);
  const moved = moveVersion({ ...version, state: shownState(version, now) }, action, actor);
  if (!moved.ok) throw refusalOf(moved.error, version, now);
  if ((action === 'send-back' || action === 'retire') && reason === undefined) {
    throw new DomainError(KNOWLEDGE_ERRORS.reasonMissing, 'Say why, so that its author knows.', {
      field: 'reason',
    });
  }
  const after = { ...version, state: moved.value };
  switch (action) {
    case 'submit':
      return [{ version: { ...after, authors: [...new Set([...version.authors, actor])] }, change: action }];
    case 'send-back': {
      const { approvedBy: _approvedBy, ...unapproved } = after;
      return [{ version: unapproved, change: action, reason }];
    }
    case 'approve':
      return [{ version: { ...after, approvedBy: actor }, change: action, reason }];
    case 'publish': {
      const published = withValidity(after, request, now);
      return [{ version: published, change: action, reason }, ...superseded(versions, published)];
    }
    case 'retire':
      return [{ version: { ...after, validUntil: now }, change: action, reason }];
  }
}

function refusalOf(refusal: 'not-in-state' | 'own-work', version: ArticleVersion, now: Date): DomainError {
  if (refusal === 'not-in-state') {
    return wrongState(version.code, shownState(version, now), 'GET the article tells what comes next');
  }
  return new DomainError(
    KNOWLEDGE_ERRORS.ownWork,
    'Who wrote or submitted a version cannot approve it; ask somebody else.',
    { code: version.code, version: version.version },
  );
}

function withValidity(
  version: ArticleVersion,
  request: Pick<MoveArticleVersionRequest, 'validFrom' | 'validUntil'>,
  now: Date,
): ArticleVersion {
  const wanted = request.validFrom === undefined ? now : new Date(request.validFrom);
  // What agents were told yesterday is not rewritten.
  const validFrom = wanted < now ? now : wanted;
  if (request.validUntil === undefined) return { ...version, validFrom };
  const validUntil = new Date(request.validUntil);
  if (validUntil > validFrom) return { ...version, validFrom, validUntil };
  throw new DomainError(KNOWLEDGE_ERRORS.endsBeforeStart, 'validUntil must be later than validFrom.', {
    field: 'validUntil',
    validFrom: validFrom.toISOString(),
  });
}

/** What was published before ends where the new one begins; what was to begin later never does. */
function superseded(versions: readonly ArticleVersion[], published: ArticleVersion): VersionChange[] {
  const { validFrom: begins = new Date(0), version: number } = published;
  return versions.flatMap((version): VersionChange[] => {
    const { state, validFrom, validUntil } = version;
    if (version.version === number || state !== 'published' || !validFrom) return [];
    if (validFrom >= begins)
      return [{ version: { ...version, state: 'retired', validUntil: validFrom }, change: 'superseded' }];
    if (validUntil !== undefined && validUntil <= begins) return [];
    return [{ version: { ...version, validUntil: begins }, change: 'superseded' }];
  });
}
