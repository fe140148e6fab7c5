export * from './check-dialing-policy.contract';
export * from './dialing-policy.view';
export * from './errors';
export * from './list-dialing-policies.contract';
export * from './list-dialing-policy-versions.contract';
export * from './set-dialing-policy.contract';
