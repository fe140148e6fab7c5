import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  type ProposalRequest,
  proposeRoster,
  type ProposalStage,
  type RosterProposal,
  type SolveMilp,
} from '@switchyard/domain';
import { loadSolver } from './highs-solver';

/** What the thread says. */
export type ProposalMessage =
  | { readonly kind: 'progress'; readonly stage: ProposalStage; readonly percent: number }
  | { readonly kind: 'done'; readonly proposal: RosterProposal; readonly solverMs: number };

/** Plans in a thread of its own: solving blocks it for as long as it takes. An error ends the thread and is told by that. */
async function work(): Promise<void> {
  const solve = await loadSolver();
  let solverMs = 0;
  const timed: SolveMilp = (model, limits) => {
    const start = performance.now();
    const answer = solve(model, limits);
    solverMs += performance.now() - start;
    return answer;
  };
  const tell = (message: ProposalMessage) => parentPort?.postMessage(message);
  const proposal = proposeRoster(workerData as ProposalRequest, timed, (stage, percent) =>
    tell({ kind: 'progress', stage, percent }),
  );
  tell({ kind: 'done', proposal, solverMs: Math.round(solverMs) });
}

if (!isMainThread) void work();
