import { type Publication, versionBefore } from './flow-version';

const published = (versionId: string): Publication => ({ versionId, action: 'publish' });
const rolledBack = (versionId: string): Publication => ({ versionId, action: 'roll-back' });

describe('the version before the present one', () => {
  it.each<[string, Publication[], string | undefined]>([
    ['nothing was published', [], undefined],
    ['one was published', [published('a')], undefined],
    ['three were published', [published('a'), published('b'), published('c')], 'b'],
    ['it was rolled back once', [published('a'), published('b'), published('c'), rolledBack('b')], 'a'],
    ['it was rolled back to the first', [published('a'), published('b'), rolledBack('a')], undefined],
    ['it went on after a roll-back', [published('a'), published('b'), rolledBack('a'), published('c')], 'a'],
    ['an old one was published again', [published('a'), published('b'), published('a')], 'b'],
  ])('%s', (_scenario, publications, before) => {
    expect(versionBefore(publications)).toBe(before);
  });
});
