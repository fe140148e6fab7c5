import { ConfigError, loadConfig } from '@switchyard/platform';
import { keptLog } from './asterisk/testing/kept-log';
import { openTelephony } from './open-telephony';
import { TelephonyConfig } from './telephony.config';

const configure = (env: Record<string, string>): TelephonyConfig => loadConfig(TelephonyConfig, env);

describe('telephony', () => {
  it('has a node for each name, none connected yet', async () => {
    const telephony = openTelephony(configure({ IVR_PBX: 'simulator', IVR_NODES: 'pbx-1,pbx-2' }), keptLog());
    expect(telephony.nodes.map((node) => [node.name, node.state()])).toEqual([
      ['pbx-1', 'down'],
      ['pbx-2', 'down'],
    ]);
    await telephony.close();
  });

  it('has an address for each Asterisk', () => {
    const env = { IVR_NODES: 'pbx-1,pbx-2', IVR_ARI_PASSWORD: 'x', IVR_ARI_URL: 'http://a:8088' };
    expect(() => openTelephony(configure(env), keptLog())).toThrow('IVR_ARI_URL has 1 entries for 2 nodes');
  });

  it.each([
    [{}, 'IVR_ARI_PASSWORD'],
    [{ IVR_ARI_PASSWORD: 'x', IVR_AMI: 'a:5038' }, 'IVR_AMI_SECRET'],
    [{ IVR_ARI_PASSWORD: 'x', IVR_AMI: 'a' }, 'IVR_AMI'],
    [{ IVR_ARI_PASSWORD: 'x', IVR_ARI_URL: 'a:8088' }, 'IVR_ARI_URL'],
    [{ IVR_PBX: 'freeswitch' }, 'IVR_PBX'],
    [{ IVR_PBX: 'simulator', IVR_NODES: 'pbx 1' }, 'IVR_NODES'],
    [{ IVR_PBX: 'simulator', IVR_NODES: 'pbx-1,pbx-1' }, 'IVR_NODES'],
  ])('does not start with %j, and names %s', (env, variable) => {
    expect(() => configure(env)).toThrow(ConfigError);
    expect(() => configure(env)).toThrow(variable);
  });

  it('needs no password for the simulator', () => {
    expect(configure({ IVR_PBX: 'simulator' }).nodes).toEqual(['pbx-1']);
  });
});
