import { Injectable } from '@nestjs/common';
import type { SearchQuery } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import {
  ArticleSearch,
  type FoundArticle,
  type FoundArticles,
  type SearchFilter,
} from '../search-knowledge/article-search.port';
import { IN_FORCE } from './article-row';

@Injectable()
export class PgArticleSearch extends ArticleSearch {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  /** By the index on any term first; then how many of the terms, all as written, weight and closeness. */
  async find(
    query: SearchQuery,
    filter: SearchFilter,
    now: Date,
    limit: number,
    skip: number,
  ): Promise<FoundArticles> {
    const rows = await this.work.query<FoundArticle & { readonly total: string }>(
      `with candidate as (
         select v.*, (select count(*) from unnest($3::text[]) t(q) where v.search @@ t.q::tsquery) as hits
         from knowledge_version v
         where v.search @@ $2::tsquery and ${IN_FORCE('$1')}
           and ($5::text is null or v.category_code = $5) and ($6::text is null or $6 = any(v.tags)))
       select c.code, c.version, a.type, c.title, c.title_en as "titleEn", c.wordings, c.body, c.body_en as "bodyEn",
         c.category_code as "categoryCode", a.citations, c.search @@ $4::tsquery as exact, count(*) over () as total
       from candidate c join knowledge_article a using (code)
       where c.hits >= $7 and ($8::text is null or a.type = $8)
         and not exists (select from knowledge_version later where later.code = c.code
           and later.valid_from > c.valid_from and ${IN_FORCE('$1').replace(/\b(state|valid_from|valid_until)\b/g, 'later.$1')})
       order by c.search @@ $4::tsquery desc, c.hits desc, ts_rank('{0.1, 0.2, 0.6, 1.0}', c.search, $2::tsquery) desc,
         a.citations desc, c.code
       limit $9 offset $10`,
      [
        now,
        query.any,
        query.terms,
        query.exact,
        filter.categoryCode,
        filter.tag,
        query.atLeast,
        filter.type,
        limit,
        skip,
      ],
    );
    return { items: rows, total: rows[0] ? Number(rows[0].total) : 0 };
  }
}
