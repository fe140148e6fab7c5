import { findLab, labNames, startLab, type Lab } from './lab';

const USAGE = 'npm run lab -- start|stop|status [name]';

async function main(command: string | undefined, name: string | undefined): Promise<void> {
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
      for (const each of name === undefined ? labNames() : [name]) {
        await findLab(each)?.stop();
        console.log(`The lab "${each}" has stopped.`);
      }
      return;
    case 'status':
      for (const each of name === undefined ? labNames() : [name]) {
        const lab = findLab(each);
        if (lab) show(lab);
        else console.log(`There is no lab "${each}".`);
      }
      return;
    default:
      console.error(USAGE);
      process.exitCode = 2;
  }
}

function show(lab: Lab): void {
  const state = (pid: number | undefined) => (pid === undefined ? 'stopped' : `pid ${pid}`);
  console.log(`${lab.name}
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

main(process.argv[2], process.argv[3]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
