import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ProposalRequest, ProposalStage } from '@switchyard/domain';
import type { ProposalMessage } from './proposal-worker';

const NAME = 'proposal-worker.js';
/** Beside this file in a build. Started from the sources, as tests do, it is the build's: threads run JavaScript. */
const FILE = __filename.endsWith('.ts')
  ? path.resolve('dist/apps/hr/src/staffing/propose', NAME)
  : path.join(__dirname, NAME);

export type PlannedProposal = Omit<Extract<ProposalMessage, { kind: 'done' }>, 'kind'>;

/** One proposal under way. */
export class ProposalThread {
  readonly outcome: Promise<PlannedProposal>;
  private readonly worker: Worker;

  constructor(request: ProposalRequest, tell: (stage: ProposalStage, percent: number) => void) {
    this.worker = new Worker(FILE, { workerData: request });
    this.outcome = new Promise((resolve, reject) => {
      this.worker.on('message', (message: ProposalMessage) => {
        if (message.kind === 'progress') tell(message.stage, message.percent);
        else resolve(message);
      });
      this.worker.on('error', reject);
      this.worker.on('exit', () => reject(new ThreadEnded()));
    });
    // Whoever stops it may not ask for the outcome any more.
    this.outcome.catch(() => undefined);
  }

  /** Ends it at once; solving cannot be asked to stop. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

/** The thread was stopped before it had an outcome. */
export class ThreadEnded extends Error {
  constructor() {
    super('the planning was stopped');
    this.name = 'ThreadEnded';
  }
}
