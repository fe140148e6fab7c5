import { ROLES } from '../apps/gateway/src/access/roles';
import { ORGANISATION_SEED } from '../apps/hr/src/migrations/organisation-seed';

describe('the posts that there are from the start', () => {
  it('give roles that the gateway knows', () => {
    const posts = ORGANISATION_SEED.flatMap(({ rows }) => rows.filter((row) => 'roles' in row));
    const unknown = posts.filter(
      ({ roles }) => !roles.every((role) => (ROLES as readonly string[]).includes(role)),
    );
    expect(posts.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });
});
