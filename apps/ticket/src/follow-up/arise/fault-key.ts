/**
 * What makes reports one fault: the outage that they are linked to, else their common parent, else the report itself
 * is its own fault. `parentOutage` is the outage of the parent, where there is one.
 */
export function faultKeyOf(
  workOrder: { readonly number: string; readonly parent?: string; readonly outageId?: string },
  parentOutage?: string,
): string {
  const outageId = workOrder.outageId ?? parentOutage;
  return outageId === undefined ? `order:${workOrder.parent ?? workOrder.number}` : `outage:${outageId}`;
}
