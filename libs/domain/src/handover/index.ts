export {
  handoverContent,
  type HandoverContent,
  type HandoverFacts,
  type KnownOutage as HandoverOutage,
  type OpenMatter,
  type OpenOrder,
  type OrderSection,
  type SystemPart,
  UNFINISHED_SECTIONS,
  type UnfinishedSection,
} from './handover-content';
export * from './handover-life';
export * from './handover-policy';
export * from './may-leave';
