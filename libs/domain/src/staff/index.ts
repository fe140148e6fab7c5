export * from './account-review-policy';
export * from './group-size';
export * from './leaving';
export * from './staff-groups-policy';
export * from './staff-life';
export * from './tier-shares';
