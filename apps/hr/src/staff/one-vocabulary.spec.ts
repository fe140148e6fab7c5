import {
  BACKGROUND_WORDS,
  CANDIDATE_STATE_WORDS,
  CHANNEL_WORDS,
  DIMENSION_WORDS,
  EDUCATION_WORDS,
  GROUP_WARNINGS,
  LEAVING_KIND_WORDS,
  LEAVING_REASON_WORDS,
  MANDARIN_WORDS,
  POST_KINDS,
  STAFF_STATUS_WORDS,
  STAFF_TIER_WORDS,
  VACANCY_ACT_WORDS,
  VACANCY_STATE_WORDS,
  WARNING_FACT_WORDS,
} from '@switchyard/contracts';
import {
  BACKGROUND_RESULTS,
  CANDIDATE_STATES,
  CHANNELS,
  EDUCATIONS,
  groupWarnings,
  INTERVIEW_DIMENSIONS,
  LEAVING_KINDS,
  LEAVING_REASONS,
  MANDARIN_LEVELS,
  STAFF_STATUSES,
  STAFF_TIERS,
  STANDARD_HIRING_POLICY,
  STANDARD_STAFF_GROUPS_POLICY,
  VACANCY_ACTS,
  VACANCY_STATES,
  WARNING_FACTS,
} from '@switchyard/domain';
import { ORGANISATION_SEED } from '../migrations/organisation-seed';

describe('one vocabulary of staff and hiring', () => {
  it.each([
    ['status', STAFF_STATUS_WORDS, STAFF_STATUSES],
    ['tier', STAFF_TIER_WORDS, STAFF_TIERS],
    ['leaving kind', LEAVING_KIND_WORDS, LEAVING_KINDS],
    ['leaving reason', LEAVING_REASON_WORDS, LEAVING_REASONS],
    ['vacancy state', VACANCY_STATE_WORDS, VACANCY_STATES],
    ['vacancy act', VACANCY_ACT_WORDS, VACANCY_ACTS],
    ['channel', CHANNEL_WORDS, CHANNELS],
    ['candidate state', CANDIDATE_STATE_WORDS, CANDIDATE_STATES],
    ['education', EDUCATION_WORDS, EDUCATIONS],
    ['Mandarin', MANDARIN_WORDS, MANDARIN_LEVELS],
    ['background', BACKGROUND_WORDS, BACKGROUND_RESULTS],
    ['dimension', DIMENSION_WORDS, INTERVIEW_DIMENSIONS],
    ['warning fact', WARNING_FACT_WORDS, WARNING_FACTS],
  ])('%s: contracts and rules name the same', (_word, contracts, rules) => {
    expect(contracts).toEqual(rules);
  });

  it('has every warning of a group in the contract', () => {
    const warned = [{ members: 1 }, { members: 99 }].flatMap((group) =>
      groupWarnings(group, STANDARD_STAFF_GROUPS_POLICY),
    );
    expect(new Set(warned)).toEqual(new Set(GROUP_WARNINGS));
  });

  it('gives every post of the seed a kind that there is, and asks for something only of such kinds', () => {
    const posts = ORGANISATION_SEED.flatMap(({ rows }) => rows.filter((row) => 'roles' in row));
    expect(posts.length).toBeGreaterThan(10);
    for (const { kind } of posts) expect(POST_KINDS).toContain(kind);
    const asked = STANDARD_HIRING_POLICY.requirements.flatMap(({ postKinds }) => postKinds);
    for (const kind of asked) expect(POST_KINDS).toContain(kind);
  });
});
