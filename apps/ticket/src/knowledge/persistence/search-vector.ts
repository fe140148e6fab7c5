import { searchVectorOf } from '@switchyard/domain';
import type { ArticleText } from '../articles.port';

/** What a version is found by: the title counts most, then tags and other wordings. */
export function vectorOf({ title, titleEn, tags, wordings, body, bodyEn }: ArticleText): string {
  return searchVectorOf([
    { text: title, weight: 'A' },
    { text: titleEn ?? '', weight: 'A' },
    { text: tags.join(' '), weight: 'B' },
    { text: wordings.join('。'), weight: 'B' },
    { text: body, weight: 'D' },
    { text: bodyEn ?? '', weight: 'D' },
  ]);
}
