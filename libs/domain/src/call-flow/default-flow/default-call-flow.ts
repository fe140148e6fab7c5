import { type CallFlow } from '../document/call-flow';
import { parseCallFlow } from '../document/parse-call-flow';
import document from './default-call-flow.json';

let parsed: CallFlow | undefined;

/** The flow that comes with the product (T1.1, T1.4–T1.8), in Chinese and English. @throws RangeError when its data file was damaged. */
export function defaultCallFlow(): CallFlow {
  parsed ??= parse();
  return parsed;
}

function parse(): CallFlow {
  const result = parseCallFlow(document);
  if (result.ok) return result.value;
  const problems = result.error.map(({ path, remedy }) => `${path}: ${remedy}`);
  throw new RangeError(`the default call flow is not valid: ${problems.join('; ')}`);
}
