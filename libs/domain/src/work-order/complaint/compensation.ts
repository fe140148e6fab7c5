import type { ChainedEvent } from '../history/event-chain';
import { type ComplaintProgramme, ruleFor } from './complaint-programme';

export type CompensationStatus = 'none' | 'pending' | 'approved' | 'refused' | 'paid';

export interface Compensation {
  readonly status: CompensationStatus;
  readonly amountFen?: number;
  readonly scheme?: string;
  readonly proposedBy?: string;
}

type Happened = Pick<ChainedEvent, 'type' | 'data' | 'actorId'>;

/** Where the compensation stands after a history; a new proposal replaces one that was refused or paid. */
export function compensationOf(events: readonly Happened[]): Compensation {
  return events.reduce<Compensation>(
    (before, { type, data, actorId }) => {
      switch (type) {
        case 'compensation-proposed':
          return {
            status: data['withinAuthority'] === true ? 'approved' : 'pending',
            amountFen: Number(data['amountFen']),
            scheme: String(data['scheme']),
            proposedBy: actorId,
          };
        case 'compensation-approved':
          return { ...before, status: 'approved', amountFen: Number(data['amountFen']) };
        case 'compensation-refused':
          return { ...before, status: 'refused' };
        case 'compensation-paid':
          return { ...before, status: 'paid' };
        default:
          return before;
      }
    },
    { status: 'none' },
  );
}

export type ProposalProblem = 'scheme-unknown' | 'scheme-not-offered' | 'too-much' | 'already-pending';

export type Proposal =
  | { readonly ok: true; readonly withinAuthority: boolean; readonly handler: string }
  | { readonly ok: false; readonly problem: ProposalProblem };

/**
 * Whether a compensation may be proposed for a complaint, and whether the named handler's own authority covers it: only
 * the handler has it, whoever else proposes needs an approval.
 */
export function proposalOf(
  programme: ComplaintProgramme,
  category: string | undefined,
  { scheme, amountFen, by }: { readonly scheme: string; readonly amountFen: number; readonly by: string },
  standing: CompensationStatus,
): Proposal {
  const no = (problem: ProposalProblem): Proposal => ({ ok: false, problem });
  const rule = ruleFor(programme, category);
  const known = programme.schemes.find(({ code }) => code === scheme);
  if (standing === 'pending' || standing === 'approved') return no('already-pending');
  if (!known) return no('scheme-unknown');
  if (!rule.schemes.includes(scheme)) return no('scheme-not-offered');
  if (amountFen > known.mostFen) return no('too-much');
  const withinAuthority = by === rule.handler && amountFen <= rule.authorityFen;
  return { ok: true, withinAuthority, handler: rule.handler };
}
