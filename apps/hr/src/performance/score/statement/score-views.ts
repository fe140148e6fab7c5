import type {
  FineProposalView,
  MonthlyScoreStatement,
  MonthlyScoreView,
  ScoreLineView,
} from '@switchyard/contracts';
import type { FineProposal, ScoreLine } from '@switchyard/domain';
import type { ListedScore, StoredScore } from '../monthly-scores.port';

const INSTANTS = [
  'computedAt',
  'publishedAt',
  'appealUntil',
  'acknowledgedAt',
  'appealedAt',
  'decidedAt',
] as const;

export function toScoreView(
  { id, roleKind: _role, missing, ...score }: ListedScore,
  name: string,
): MonthlyScoreView {
  const instants = INSTANTS.flatMap((field) => {
    const at = score[field];
    return at === undefined ? [] : [[field, at.toISOString()] as const];
  });
  return {
    ...score,
    scoreId: id,
    name,
    missing: [...missing],
    ...(Object.fromEntries(instants) as Pick<MonthlyScoreView, 'computedAt'>),
  } as MonthlyScoreView;
}

export function toStatement(stored: StoredScore, name: string): MonthlyScoreStatement {
  const { result, facts, policy, digest: _digest, ...listed } = stored;
  const { score, bonus, fines } = result;
  const view = toScoreView(
    {
      ...listed,
      score: score.score,
      missing: score.missing,
      ...(bonus && { bonusFen: bonus.amountFen }),
      finesFen: fines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    },
    name,
  );
  return {
    ...view,
    lines: score.lines.map(toLineView),
    bonusLines: (bonus?.lines ?? []).map(toLineView),
    fullBonusFen: bonus?.fullFen ?? 0,
    fines: fines.map(toFineView),
    facts: { ...facts },
    policy: { ...policy },
  };
}

const toLineView = ({ fact, ...line }: ScoreLine): ScoreLineView => ({ ...line, fact: { ...fact } });
const toFineView = ({ fact, ...fine }: FineProposal): FineProposalView => ({ ...fine, fact: { ...fact } });
