import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { helloAudio } from '../../libs/testing/src/lab/subscribers/hello-audio';
import { HELLO_FILE, subscriberScenario } from '../../libs/testing/src/lab/subscribers/scenario';
import { SIPP_ALWAYS } from '../../libs/testing/src/lab/subscribers/sipp';

/** Writes the files of a container that plays the lab's subscribers: write-subscribers FOLDER, then `sh start.sh` there. */
function writeSubscribers(folder: string): void {
  const sipp = [
    ...SIPP_ALWAYS,
    '-sf subscribers.xml -p 5060 -i "$address" -mi "$address" -ci 127.0.0.1',
    '-min_rtp_port 10000 -max_rtp_port 19999',
    '-trace_logs -log_file calls.log -trace_err -error_file errors.log',
  ].join(' ');
  const start = `address=$(hostname -i | cut -d' ' -f1)\nexec ${sipp} >/dev/null\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'subscribers.xml'), subscriberScenario());
  writeFileSync(path.join(folder, HELLO_FILE), helloAudio());
  writeFileSync(path.join(folder, 'start.sh'), start);
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('give the folder to write to');
writeSubscribers(folder);
