export * from './account-notices.contract';
export * from './account-ratings.contract';
