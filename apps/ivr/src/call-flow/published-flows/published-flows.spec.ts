import { FlowStores, storedFlow } from '../testing/default-flow-stores';
import { deskOf } from './flow-in-force';

const number = (dialled: string, flow: string, entry: string | null = null) => ({
  dialled,
  flow,
  entry,
  language: null,
  setBy: 'test',
  setAt: new Date(0),
});

async function setUp() {
  const stores = new FlowStores();
  const published: string[] = [];
  stores.flows.onPublished((flows) => published.push(...flows.map(({ versionId }) => versionId)));
  await stores.flows.refresh();
  return { stores, flows: stores.flows, published };
}

describe('what callers are led through', () => {
  it('is nothing before anything was published', async () => {
    const stores = new FlowStores();
    stores.published = [];
    await stores.flows.refresh();
    expect(stores.flows.ready).toBe(false);
    expect(stores.flows.routeOf('95598')).toBeUndefined();
  });

  it('is decided by the dialled number, with or without its plus, else by that of all others', async () => {
    const { stores, flows } = await setUp();
    stores.published = [storedFlow(), storedFlow({ id: 'v2', name: 'other', number: 4 })];
    stores.numbers = [number('*', 'hotline'), number('+8602788880000', 'other', 'vip')];
    await stores.changed();
    const desk = (dialled: string) => {
      const route = flows.routeOf(dialled);
      return route && `${route.version.name} ${deskOf(route)}`;
    };
    expect(desk('95598')).toBe('hotline general');
    expect(desk('+8602788880000')).toBe('other vip');
    expect(desk('8602788880000')).toBe('other vip');
  });

  it('is the flow that there is when a number leads to one that is not', async () => {
    const { stores, flows } = await setUp();
    stores.numbers = [number('*', 'withdrawn', 'vip')];
    await stores.changed();
    expect(flows.routeOf('95598')).toMatchObject({ version: { name: 'hotline' } });
    expect(flows.routeOf('95598')).not.toHaveProperty('entry');
  });

  it('changes when a version is published, and each is told of once', async () => {
    const { stores, flows, published } = await setUp();
    stores.published = [storedFlow({ id: 'v2', number: 2 })];
    await flows.refresh();
    expect(flows.routeOf('1')?.version.number).toBe(1);
    await stores.changed();
    await flows.refresh();
    expect(flows.routeOf('1')?.version.number).toBe(2);
    expect(published).toEqual(['v1', 'v2']);
  });

  it('stays what it was when a newer version cannot be read here', async () => {
    const { stores, flows } = await setUp();
    stores.published = [storedFlow({ id: 'v2', number: 2, document: { format: 99 } })];
    await stores.changed();
    expect(flows.routeOf('1')?.version.number).toBe(1);
    expect(stores.complaints).toEqual(['a stored call flow is not walked']);
  });

  it('is still there for a call that began with it', async () => {
    const { stores, flows } = await setUp();
    stores.published = [storedFlow({ id: 'v2', number: 2 })];
    await stores.changed();
    expect(await flows.byId('v1')).toMatchObject({ number: 1 });
  });
});
