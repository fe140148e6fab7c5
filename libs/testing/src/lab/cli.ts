import { findLab, labNames, startLab } from './lab';
import type { Lab } from './lab-handle';

const USAGE = `npm run lab -- start [NAME]
npm run lab -- stop [NAME] [--force]
npm run lab -- status [NAME]
Without a name, start and stop mean the lab "lab", status means all.`;

async function main(command: string | undefined, options: readonly string[]): Promise<void> {
  const [name] = options.filter((option) => !option.startsWith('--'));
  switch (command) {
    case 'start': {
      const lab = await startLab({ name, detached: true });
      console.log(
        lab.attached ? `The lab "${lab.name}" runs already.` : `The lab "${lab.name}" has started.`,
      );
      show(lab);
      return;
    }
    case 'stop':
      return stop(name ?? 'lab', options.includes('--force'));
    case 'status':
      for (const each of name === undefined ? labNames() : [name]) show(known(each));
      return;
    default:
      throw new Error(USAGE);
  }
}

/** A lab that a living process started is that process's to stop: it may be in the middle of a test. */
async function stop(name: string, force: boolean): Promise<void> {
  const lab = known(name);
  if (lab.ownerPid !== undefined && !force) {
    throw new Error(
      `The lab "${name}" is in use by process ${lab.ownerPid}. To end it all the same: --force`,
    );
  }
  await lab.stop();
  console.log(`The lab "${name}" has stopped.`);
}

function known(name: string): Lab {
  const lab = findLab(name);
  if (!lab) throw new Error(`There is no lab "${name}".`);
  return lab;
}

function show(lab: Lab): void {
  const state = (pid: number | undefined) => (pid === undefined ? 'stopped' : `pid ${pid}`);
  console.log(`${lab.name} by ${lab.kind}${lab.ownerPid === undefined ? '' : ` (in use by process ${lab.ownerPid})`}
  Asterisk     ${state(lab.asterisk.pid)}
    ARI        ${lab.ari.url} (${lab.ari.user} / ${lab.ari.password}), Stasis application ${lab.node}
    AMI        ${lab.ami.host}:${lab.ami.port} (${lab.ami.user} / ${lab.ami.secret})
    SIP        ${lab.sip.host}:${lab.sip.port}
    log        ${lab.asterisk.logFile}
  subscribers  ${state(lab.subscribers.pid)}
  NATS         ${state(lab.nats.pid)}, ${lab.natsUrl}
  prompts      ${lab.prompts.host}
  records      postgres at ${lab.records.host}:${lab.records.port}`);
}

main(process.argv[2], process.argv.slice(3)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
