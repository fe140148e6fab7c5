export const FIELD_WORK_ERRORS = {
  /** Only faults have crews. */
  notAFault: 'field-work.not-a-fault',
  /** A time in the future, before the one that must be earlier, or an estimate that has passed; `details.field`. */
  timeImpossible: 'field-work.time-impossible',
  /** A paid repair needs an approved tariff, told to the customer before (§2.1). */
  priceNotTold: 'field-work.price-not-told',
} as const;

/** Of whatever is told of a fault in the field. */
export const TOLD_OF_A_FAULT = [
  'work-order.not-found',
  'work-order.not-allowed-in-state',
  FIELD_WORK_ERRORS.notAFault,
];
