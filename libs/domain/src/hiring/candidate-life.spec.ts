import { obstaclesToHire, obstaclesToOffer } from './candidate-life';
import { afterAct, statesFor, VACANCY_STATES } from './vacancy-life';

describe('a candidate', () => {
  const missed = { requirement: 'mandarin', required: '2A', found: '2B', verdict: 'missed' } as const;
  const unknown = { requirement: 'office', required: 'true', verdict: 'unknown' } as const;
  const met = { requirement: 'education', required: 'college', found: 'master', verdict: 'met' } as const;

  it('meets every obstacle at once, each told by itself', () => {
    expect(obstaclesToOffer({ findings: [missed, unknown, met] })).toEqual([
      { kind: 'requirement', requirement: 'mandarin', verdict: 'missed' },
      { kind: 'requirement', requirement: 'office', verdict: 'unknown' },
      { kind: 'no-interview' },
      { kind: 'no-background-check' },
    ]);
    expect(obstaclesToOffer({ findings: [], interviewPassed: false, background: 'concern' })).toEqual([
      { kind: 'interview-failed' },
      { kind: 'background-concern' },
    ]);
    expect(obstaclesToOffer({ findings: [met], interviewPassed: true, background: 'clear' })).toEqual([]);
  });

  it('is not hired without a contract', () => {
    expect(obstaclesToHire({})).toEqual([{ kind: 'no-contract' }]);
    expect(obstaclesToHire({ contractSignedOn: '2026-03-01' })).toEqual([]);
  });
});

describe('a vacancy', () => {
  it('is requested, approved, opened, and can be closed until it is filled', () => {
    expect(afterAct('requested', 'approve')).toBe('approved');
    expect(afterAct('requested', 'open')).toBe(undefined);
    expect(afterAct('approved', 'open')).toBe('open');
    expect(VACANCY_STATES.filter((state) => afterAct(state, 'close') === 'closed')).toEqual(
      statesFor('close'),
    );
    expect(statesFor('close')).toEqual(['requested', 'approved', 'open']);
  });
});
