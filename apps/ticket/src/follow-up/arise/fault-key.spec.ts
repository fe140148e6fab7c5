import { faultKeyOf } from './fault-key';

describe('what makes reports one fault', () => {
  it.each([
    [{ number: 'W1', outageId: 'o1', parent: 'W0' }, undefined, 'outage:o1'],
    [{ number: 'W1', parent: 'W0' }, 'o2', 'outage:o2'],
    [{ number: 'W1', parent: 'W0' }, undefined, 'order:W0'],
    [{ number: 'W0' }, undefined, 'order:W0'],
  ])('%j, its parent in %s: %s', (workOrder, parentOutage, expected) => {
    expect(faultKeyOf(workOrder, parentOutage)).toBe(expected);
  });
});
