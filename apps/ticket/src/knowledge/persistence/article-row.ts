import { type Nullable, withoutNulls } from '@switchyard/platform';
import type { ArticleVersion } from '../articles.port';

export const VERSION_COLUMNS = `code, version, state, title, title_en as "titleEn", body, body_en as "bodyEn", wordings,
  tags, category_code as "categoryCode", source, change_note as "changeNote", attachments,
  valid_from as "validFrom", valid_until as "validUntil", authors, approved_by as "approvedBy",
  updated_at as "updatedAt", updated_by as "updatedBy"`;

/** As Postgres gives it: what is absent is null. */
export type VersionRow = Nullable<ArticleVersion>;

/** Columns that are null become absent. */
export function toVersion(row: VersionRow): ArticleVersion {
  return withoutNulls<ArticleVersion>(row);
}

export const HEAD_COLUMNS = `a.code, a.type, a.citations, a.open_complaints as "openComplaints"`;

/** Versions that agents are shown at an instant, which is the parameter. */
export const IN_FORCE = (at: string): string =>
  `state = 'published' and valid_from <= ${at} and (valid_until is null or valid_until > ${at})`;
