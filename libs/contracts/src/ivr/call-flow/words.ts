/** The words that call flows and inbound calls use on the wire; one list each, nowhere repeated. */
export const FLOW_VERSION_STATES = ['draft', 'published', 'retired'] as const;
export type FlowVersionStateName = (typeof FLOW_VERSION_STATES)[number];

export const INBOUND_PHASES = ['menu', 'queue', 'agent', 'after-agent', 'ended'] as const;
export type InboundPhaseName = (typeof INBOUND_PHASES)[number];

export const IDENTIFIED_BY = ['phone', 'password'] as const;
export type IdentifiedByName = (typeof IDENTIFIED_BY)[number];
