export * from './article-use.contracts';
export * from './article.contracts';
export * from './article.view';
export * from './attachment.contracts';
export * from './category.contracts';
export * from './search-knowledge.contract';
export * from './words';
