import { type ArticleContent, type ArticleType, KNOWLEDGE_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Categories } from '../categories/categories.port';
import type { ArticleText } from '../articles.port';

/** The content of a request as it is stored. @throws DomainError `article.wordings-missing`, `article.category-unknown` */
export async function articleTextOf(
  type: ArticleType,
  content: ArticleContent,
  categories: Categories,
): Promise<ArticleText> {
  const {
    title,
    titleEn,
    body,
    bodyEn,
    wordings = [],
    tags = [],
    categoryCode,
    source,
    changeNote,
  } = content;
  if (type === 'forbidden-phrase' && wordings.length === 0) {
    throw new DomainError(
      KNOWLEDGE_ERRORS.wordingsMissing,
      'A forbidden phrase needs its wordings: they are what a text is searched for.',
      { field: 'wordings' },
    );
  }
  if (categoryCode !== undefined && !(await categories.isActive(categoryCode))) {
    throw new DomainError(
      KNOWLEDGE_ERRORS.categoryUnknown,
      `There is no active category ${categoryCode}; GET /knowledge/categories lists them.`,
      { field: 'categoryCode', categoryCode },
    );
  }
  return {
    title,
    body,
    wordings,
    tags,
    ...(titleEn !== undefined && { titleEn }),
    ...(bodyEn !== undefined && { bodyEn }),
    ...(categoryCode !== undefined && { categoryCode }),
    ...(source !== undefined && { source }),
    ...(changeNote !== undefined && { changeNote }),
  };
}
