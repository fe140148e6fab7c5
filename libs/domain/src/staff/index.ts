export * from './staff-groups-policy';
