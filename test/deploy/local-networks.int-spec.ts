import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve(__dirname, '../../deploy/asterisk/local-networks.sh');
const HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';

describe('the networks that a PBX is on itself', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'switchyard-routes-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function networks(...routes: string[]): string[] {
    const file = path.join(folder, 'route');
    writeFileSync(file, [HEAD, ...routes, ''].join('\n'));
    return execFileSync('sh', [script, file], { encoding: 'utf8', timeout: 20_000 }).trim().split('\n');
  }

  it('are those without a gateway: a carrier on a private line is told the address that it can reach', () => {
    expect(
      networks(
        'eth0\t00000000\t010012AC\t0003\t0\t0\t0\t00000000\t0\t0\t0',
        'eth0\t000012AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0',
        'eth1\t0002A8C0\t00000000\t0001\t0\t0\t0\t80FFFFFF\t0\t0\t0',
        'eth1\t0000000A\t0102A8C0\t0003\t0\t0\t0\t000000FF\t0\t0\t0',
      ),
    ).toEqual(['127.0.0.0/255.0.0.0', '172.18.0.0/255.255.0.0', '192.168.2.0/255.255.255.128']);
  });

  it('are the machine’s own, as its kernel tells them', () => {
    const told = execFileSync('sh', [script], { encoding: 'utf8', timeout: 20_000 }).trim().split('\n');
    for (const network of told) expect(network).toMatch(/^(?:\d{1,3}\.){3}\d{1,3}\/(?:\d{1,3}\.){3}\d{1,3}$/);
  });
});
