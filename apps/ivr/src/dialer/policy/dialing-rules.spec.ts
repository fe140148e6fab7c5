import { buildCalendar, CHINESE_CALENDAR, type DialingPolicy, STANDARD_POLICY } from '@switchyard/domain';
import { DialingDocuments, DialingRules } from './dialing-rules';

const NOW = new Date('2026-03-02T02:00:00Z');

class Documents extends DialingDocuments {
  stored: readonly DialingPolicy[] = [];
  edited = CHINESE_CALENDAR;

  async policies() {
    return this.stored;
  }

  async calendar() {
    return this.edited;
  }
}

describe('DialingRules', () => {
  it('has the documents’ own values while nothing is edited', async () => {
    const rules = new DialingRules(new Documents());
    expect(await rules.refresh()).toEqual([]);
    expect(rules.policy('standard', NOW)).toBe(STANDARD_POLICY);
  });

  it('lets an edited policy take the place of the built-in one from its first day on, and says so', async () => {
    const documents = new Documents();
    const rules = new DialingRules(documents);
    const edited = {
      ...STANDARD_POLICY,
      validFrom: '2026-03-01' as typeof STANDARD_POLICY.validFrom,
      ringSeconds: 45,
    };
    documents.stored = [edited];
    expect(await rules.refresh()).toEqual(['standard']);
    expect(rules.policy('standard', NOW).ringSeconds).toBe(45);
    expect(rules.policy('standard', new Date('2026-02-01T02:00:00Z')).ringSeconds).toBe(
      STANDARD_POLICY.ringSeconds,
    );
    expect(await rules.refresh()).toEqual([]);
  });

  it('takes every policy for changed when the calendar is', async () => {
    const documents = new Documents();
    const rules = new DialingRules(documents);
    documents.edited = buildCalendar({ ...CHINESE_CALENDAR.document, overrides: [] });
    expect(await rules.refresh()).toEqual(['standard', 'test']);
  });

  it('refuses a policy that is not in force, by name', () => {
    const rules = new DialingRules(new Documents());
    expect(rules.isInForce('night', NOW)).toBe(false);
    expect(() => rules.policy('night', NOW)).toThrow('"night"');
  });
});
