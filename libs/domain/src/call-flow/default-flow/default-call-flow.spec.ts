import { parseCallFlow } from '../document/parse-call-flow';
import document from './default-call-flow.json';

describe('the default call flow', () => {
  it('is valid', () => {
    const parsed = parseCallFlow(document);
    expect(parsed.ok ? [] : parsed.error).toEqual([]);
  });
});
