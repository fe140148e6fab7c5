import type { Token } from './template';

/** A template's piece as people write it: `parseNoticeTemplate` reads it back unchanged. */
export function templateText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'words':
          return token.text;
        case 'variable':
          return `{${token.name}}`;
        case 'essential-end':
          return '{essential-end}';
      }
    })
    .join('');
}
